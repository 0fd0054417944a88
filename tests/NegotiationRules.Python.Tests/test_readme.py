"""Every snippet of the package's page, run as it stands there; what it says beside `print` is what is printed."""

from __future__ import annotations

import contextlib
import io
import re
import unittest

from shipped import REPOSITORY

README = REPOSITORY / "src/NegotiationRules.Python/README.md"


class ReadmeTests(unittest.TestCase):
    def test_every_snippet_does_what_the_page_says(self) -> None:
        names: dict[str, object] = {}
        snippets = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        self.assertGreater(len(snippets), 3)
        for snippet in snippets[:2] + snippets[3:] + snippets[2:3]:
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(snippet, names)
            for said in re.findall(r"print\(.*# (.*)$", snippet, re.MULTILINE):
                with self.subTest(said=said):
                    if said.startswith("… "):
                        self.assertIn(said[2:], printed.getvalue())
                    elif not said.startswith("the "):
                        self.assertIn(f"{said}\n", printed.getvalue())
            self.assertNotEqual("", printed.getvalue())


if __name__ == "__main__":
    unittest.main()
