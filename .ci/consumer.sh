# consumer.sh: what the scripts share that play the first user of a package. To be sourced.

# open_consumer PACKAGES ID: goes to a new folder outside the repository, gone at the end, that knows the packed packages beside the sources of the machine. Sets packages, repository and version.
open_consumer() {
  packages=$(realpath "$1")
  repository=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")

  local nupkg
  nupkg=$(find "$packages" -name "$2.[0-9]*.nupkg")
  [ -f "$nupkg" ] || { echo "expected one package $2 in $packages, found: ${nupkg:-none}"; exit 1; }
  version=$(basename "$nupkg" .nupkg)
  version=${version#"$2".}

  consumer=$(mktemp -d)
  trap 'rm -rf "$consumer"' EXIT
  cd "$consumer"

  # A packages folder of its own, because the shared one may hold an older build of this version.
  cat >nuget.config <<XML
<configuration>
  <config><add key="globalPackagesFolder" value="packages" /></config>
  <packageSources><add key="packed" value="$packages" /></packageSources>
</configuration>
XML
}

# version_of ID: the version of a package of others that the repository has.
version_of() { sed -n "s/.*\"$1\" Version=\"\([^\"]*\)\".*/\1/p" "$repository/Directory.Packages.props"; }

# write_project FILE SDK ID=VERSION...: a program for every target framework. net8.0 runs on a newer runtime where its own is not installed.
write_project() {
  local file=$1 sdk=$2 reference
  shift 2
  {
    cat <<XML
<Project Sdk="$sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFrameworks>net10.0;net8.0</TargetFrameworks>
    <RollForward>Major</RollForward>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
XML
    for reference in "$@"; do echo "    <PackageReference Include=\"${reference%%=*}\" Version=\"[${reference#*=}]\" />"; done
    echo '  </ItemGroup>'
    echo '</Project>'
  } >"$file"
}

# build_consumer ID: builds, and sees that the package was that of the folder.
build_consumer() {
  dotnet build -nologo -v quiet
  grep -qF "\"$packages\"" "packages/${1,,}/$version/.nupkg.metadata" || { echo "the restored package is not the one in $packages"; exit 1; }
}

# block LANGUAGE FILE: the first block of that language of a page.
block() { awk -v fence="^\`\`\`$1[[:space:]]*\$" '/^```/ && inside { exit } inside { print } $0 ~ fence { inside = 1 }' "$2"; }
