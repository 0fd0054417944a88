#!/usr/bin/env bash
# build-consumer.sh PACKAGES: plays the first user of the package for builds. Makes a project outside the repository that has rules as C#: the example of the page runs, the second build writes
# nothing, changed rules are written again, broken ones fail the build at their place, and a library for Unity has nothing of ours.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"
open_consumer "$1" NegotiationRules.Build
page=$repository/src/NegotiationRules.Generation/README.md

mkdir program library
block json "$page" >program/talks.rules.json
block csharp "$page" >program/Program.cs
block text "$page" >expected.txt
[ -s program/talks.rules.json ] && [ -s program/Program.cs ] && [ -s expected.txt ] || { echo "$page has no example"; exit 1; }
cat >program/yearly.rules.json <<'JSON'
{ "name": "yearly", "vocabulary": "years.vocabulary.json", "include": ["least.rules.json"], "stages": ["talks"],
  "rules": [ { "id": "long", "require": { "years": { "atLeast": { "parameter": "least" } } } } ] }
JSON
echo '{ "name": "least", "vocabulary": "years.vocabulary.json", "parameters": { "least": 10 } }' >program/least.rules.json
echo '{ "type": "object", "properties": { "years": { "type": "integer" } } }' >program/years.vocabulary.json

# The page's own words bring the item in.
write_project program/Program.csproj Microsoft.NET.Sdk "NegotiationRules=$version" "NegotiationRules.Build=$version"
item=$(grep -o '<NegotiationRules Include="talks.rules.json"[^>]*/>' "$repository/src/NegotiationRules.Build/README.md" | head -1)
[ -n "$item" ] || { echo "the page of the package has no item"; exit 1; }
sed -i "s#</Project>#  <ItemGroup>\n    $item\n    <NegotiationRules Include=\"yearly.rules.json\" />\n  </ItemGroup>\n</Project>#" program/Program.csproj

cat >library/Library.csproj <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>netstandard2.1</TargetFramework>
    <LangVersion>9</LangVersion>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="NegotiationRules.Build" Version="[$version]" PrivateAssets="all" />
    <NegotiationRules Include="../program/*.rules.json" Exclude="../program/least.rules.json" Standalone="true" />
  </ItemGroup>
</Project>
XML

# builds PROJECT; fails WHAT PATTERN PROJECT: the build ends with an error of this kind, and no compiler has looked at code that was not written.
builds() { dotnet build "$@" -nologo -v quiet >log.txt || { cat log.txt; exit 1; }; }

fails() {
  if dotnet build "${@:3}" -nologo -v quiet >log.txt; then echo "the build should fail where $1"; exit 1; fi
  if ! grep -m1 -E "$2" log.txt || grep 'error CS' log.txt; then echo "where $1, the build should say $2:"; cat log.txt; exit 1; fi
}

written() { find "$1/obj" -path '*/NegotiationRules/*' -exec stat -c '%n %Y %s' {} + | sort; }

builds program
grep -qF "\"$packages\"" "packages/negotiationrules.build/$version/.nupkg.metadata" || { echo "the restored package is not the one in $packages"; exit 1; }
for framework in net10.0 net8.0; do
  dotnet run --no-build --project program -f "$framework" | tee output.txt
  diff expected.txt output.txt
done

echo "-- nothing changed"
written program >before.txt
assembly=$(stat -c %Y program/bin/Debug/net10.0/Program.dll)
sleep 1.1
builds program
written program | diff before.txt -
[ "$(stat -c %Y program/bin/Debug/net10.0/Program.dll)" = "$assembly" ] || { echo "the compiler ran though nothing had changed"; exit 1; }

echo "-- changed: a file that is included, a vocabulary, the rules"
code=program/obj/Debug/net10.0/NegotiationRules
sed -i 's/10/7/' program/least.rules.json
builds program
grep -q 'Least { get; set; } = 7;' "$code/yearly.rules.g.cs" || { echo "the parameter of the included file is not the new one"; exit 1; }
sed -i 's/"integer"/"integer", "description": "How long it lasts."/' program/years.vocabulary.json
builds program
grep -q 'How long it lasts.' "$code/yearly.rules.g.cs" || { echo "the vocabulary is not the new one"; exit 1; }
talks=$(stat -c %Y "$code/Example.talks.rules.g.cs")
sed -i 's/"long-term"/"long-lasting"/' program/talks.rules.json
sed -i 's/LongTerm/LongLasting/' program/Program.cs
builds program
[ "$(stat -c %Y "$code/Example.talks.rules.g.cs")" != "$talks" ] || { echo "the changed rules were not written"; exit 1; }

echo "-- an editor, before any build, and clean"
dotnet clean program -nologo -v quiet
[ -z "$(find program/obj -name '*.g.cs' -path '*/NegotiationRules/*')" ] || { echo "clean leaves generated code behind"; exit 1; }
dotnet msbuild program -nologo -t:Compile -p:DesignTimeBuild=true -p:SkipCompilerExecution=true -p:ProvideCommandLineArgs=true -p:TargetFramework=net10.0 -getItem:Compile >compile.json
grep -q 'talks.rules.g.cs' compile.json || { echo "an editor does not see the generated code"; exit 1; }

echo "-- without the library"
builds library
[ -z "$(find library/bin -name 'NegotiationRules*')" ] || { echo "a library that needs nothing has something of ours"; exit 1; }

echo "-- broken"
sed -i 's/agreement.termYears/agreement.termYeras/' program/talks.rules.json
fails "a fact is misspelt" 'talks\.rules\.json\(8,20\): error NR2001: .*termYeras' program
sed -i 's/agreement.termYeras/agreement.termYears/' program/talks.rules.json
builds program

echo "-- warnings are told by every build"
sed -i 's/"leastTermYears": 10/"leastTermYears": 10, "unused": 1/' program/talks.rules.json
for turn in first second; do
  builds program
  grep -q 'talks\.rules\.json(.*: warning NR2014' log.txt || { echo "the $turn build does not warn"; cat log.txt; exit 1; }
done
fails "warnings are errors" 'talks\.rules\.json\(.*: error NR2014' program -p:TreatWarningsAsErrors=true
builds program -p:TreatWarningsAsErrors=true -p:WarningsNotAsErrors=NR2014
grep -q 'warning NR2014' log.txt || { echo "what is not to be an error is not told as a warning"; cat log.txt; exit 1; }
builds program -p:TreatWarningsAsErrors=true "-p:NoWarn=NR2014"
! grep -q NR2014 log.txt || { echo "NoWarn is not heeded"; cat log.txt; exit 1; }
sed -i 's/, "unused": 1//' program/talks.rules.json

echo "-- items that make no sense"
mkdir library/twice
cp program/talks.rules.json library/twice
sed -i 's#Exclude=#Namespace="Twice" Exclude=#; s#</ItemGroup>#<NegotiationRules Include="twice/*.rules.json" Namespace="Twice" Standalone="true" /></ItemGroup>#' library/Library.csproj
fails "two files have one name" 'Library\.csproj *: error : .*has the same name' library
mv library/twice/talks.rules.json library/twice/others.rules.json
fails "two files have types of one name" 'Library\.csproj *: error : .*Twice\.RuleOutcome.*a Namespace of its own' library
sed -i 's#Standalone="true"#Standalone="yes"#' library/Library.csproj
fails "metadata makes no sense" 'Library\.csproj *: error : .*Standalone takes true or false, not `yes`' library
echo 'Module Empty
End Module' >library/Empty.vb
mv library/Library.csproj library/Library.vbproj
fails "the project is of Visual Basic" 'Library\.vbproj *: error : .*of VB' library
