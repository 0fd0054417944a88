// The rules are evaluated here, beside the page, so that typing never waits for them.
import { dotnet } from './_framework/dotnet.js';

const { getAssemblyExports, getConfig } = await dotnet.create();
const { Answer } = (await getAssemblyExports(getConfig().mainAssemblyName)).NegotiationRules.Page.PageExports;
self.onmessage = ({ data }) => self.postMessage({ answer: Answer(data.question) });
self.postMessage({ ready: true });
