package testpage

import (
	"encoding/json"
	"html"
	"strings"

	"smartro-wizard/assets"
	"smartro-wizard/wizard/text"
)

// shell is the page around the data. Everything but the data is ours: it is
// put in as it stands, and a test holds that none of it ends its element. The
// data is JSON without the signs <, > and &, so it is JSON in a script element too.
//
// A page by html/template would hold the same, and with it the linker has to
// keep every method of every type in the program: two megabytes.
func shell(data pageData, nonce string) (string, error) {
	raw, err := json.Marshal(data)
	if err != nil {
		return "", err
	}
	var parts [4]string
	for i, name := range []string{"page.html", "page.css", "view.js", "page.js"} {
		b, err := assets.Files.ReadFile("page/" + name)
		if err != nil {
			return "", err
		}
		parts[i] = string(b)
	}
	return strings.NewReplacer(
		"{{lang}}", html.EscapeString(string(data.Lang)),
		"{{title}}", html.EscapeString(text.Of(data.Lang, "page.title")),
		"{{css}}", parts[1],
		"{{js}}", parts[2]+parts[3],
		"{{nonce}}", html.EscapeString(nonce),
		"{{data}}", string(raw),
	).Replace(parts[0]), nil
}
