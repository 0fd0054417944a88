using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Samples;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddNegotiationRules(builder.Configuration.GetSection("NegotiationRules"));
builder.Services.AddHostedService<Judge>();
await builder.Build().RunAsync();
