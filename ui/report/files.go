package report

import (
	"bytes"

	"smartro-wizard/snippets"
)

// Files are generated files as one text: one as it is, of several each behind
// a comment that names it. A screen gets text; a pipe or a file what has to lie
// on a disk. The error is a *snippets.Error.
func Files(files []snippets.File, screen bool) ([]byte, error) {
	var b bytes.Buffer
	for _, f := range files {
		if len(files) > 1 {
			b.WriteString(heading(f) + "\n")
		}
		code, err := f.Bytes()
		if screen {
			code = []byte(f.Body)
		}
		if err != nil {
			return nil, err
		}
		b.Write(code)
	}
	return b.Bytes(), nil
}

// heading is a comment of the file's language that says where the file belongs.
func heading(f snippets.File) string {
	switch f.Language {
	case "html", "vue", "svelte", "xml":
		return "<!-- file: " + f.Path + " -->"
	case "python", "ruby", "shell", "yaml", "env", "dotenv":
		return "# file: " + f.Path
	}
	return "// file: " + f.Path
}
