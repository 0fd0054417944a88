#!/usr/bin/env bash
# web-consumer.sh PACKAGES: plays the first user of the package for web applications. Makes one outside the repository that knows nothing but the
# package, and asks it on every target framework: what is open only while talks are valid, what is wrong with a scenario, and why.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"
open_consumer "$1" NegotiationRules.AspNetCore
cp -R "$repository/rules" rules

{
  echo 'using NegotiationRules;'
  echo 'var builder = WebApplication.CreateBuilder(args);'
  echo 'builder.WebHost.UseUrls("http://127.0.0.1:0");'
  # The first C# block of the package's page: the services, an empty line, the endpoints.
  block csharp "$repository/src/NegotiationRules.AspNetCore/README.md" | awk '/^$/ { print "var app = builder.Build();" } { print }'
  cat <<'CODE'
await app.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
await Expect("talks", "everything-met", 200, "begin");
await Expect("talks", "postponed", 422, "\"outcome\":\"invalid\"");
await Expect("rules/guarantees/explain", "postponed", 200, "63 days too late");
await Expect("rules/guarantees/evaluate", "postponed", 200, "\"no-delay\": \"violated\"");
await app.StopAsync();

async Task Expect(string path, string scenario, int status, string part)
{
    var facts = File.ReadAllText($"rules/security-guarantees/scenarios/{scenario}.scenario.json");
    using var answer = await client.PostAsync(path, new StringContent(facts, null, "application/json"));
    var text = await answer.Content.ReadAsStringAsync();
    Console.WriteLine($"POST /{path} {scenario}: {(int)answer.StatusCode}");
    if ((int)answer.StatusCode != status || !text.Contains(part)) throw new InvalidOperationException($"Expected {status} with {part}:\n{text}");
}
CODE
} >Program.cs
grep -q RequireValid Program.cs || { echo "the page of the package has no example"; exit 1; }

write_project Web.csproj Microsoft.NET.Sdk.Web "NegotiationRules.AspNetCore=$version"
build_consumer NegotiationRules.AspNetCore

for framework in net10.0 net8.0; do
  echo "-- $framework"
  dotnet run --no-build --no-launch-profile -f "$framework" | grep '^POST'
done

for documentation in packages/negotiationrules.aspnetcore/*/lib/*/*.xml; do
  if grep -nE 'member name=".:NegotiationRules\.AspNetCore\.' "$documentation" || grep -nE '(decisions|src|tests)/[A-Za-z]' "$documentation"; then
    echo "these lines of $documentation say nothing to a user of the package"
    exit 1
  fi
done
