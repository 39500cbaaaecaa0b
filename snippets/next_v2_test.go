package snippets_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

// Of V2 a Next project gets its page: two files, and what the routes have to do.
func TestNextOfV2IsItsPage(t *testing.T) {
	for _, tt := range casesV2 {
		t.Run(tt.name, func(t *testing.T) {
			out := generate(t, tt.answers, "next")
			if len(out.Files) != 2 || out.Files[0].Path != "app/PayButton.tsx" || out.Files[1].Path != "app/page.tsx" {
				t.Fatalf("%d files, the first %s", len(out.Files), out.Files[0].Path)
			}
			for _, file := range out.Files {
				if r := api.Transform(file.Body, api.TransformOptions{Loader: api.LoaderTSX, JSX: api.JSXAutomatic}); len(r.Errors)+len(r.Warnings) > 0 {
					t.Errorf("%s: %v %v", file.Path, r.Errors, r.Warnings)
				}
				tidy(t, file.Body)
			}
			page, served := out.Files[1].Body, tt.answers.LeftOpen(tt.answers.Call().OrderID) || strings.Contains(tt.name, "server")
			if strings.Contains(page, "order={exampleOrder}") == served || strings.Contains(out.Files[0].Body, "takeOrder") != served {
				t.Errorf("the server makes the orders: %v\n%s", served, page)
			}
			var done []string
			for _, todo := range out.Todo {
				done = append(done, todo.ID)
				if todo.Line == 0 {
					continue
				}
				file := out.Files[0]
				if todo.Path == out.Files[1].Path {
					file = out.Files[1]
				}
				line := strings.Split(file.Body, "\n")[todo.Line-1]
				if todo.ID == "later" && !strings.Contains(line, "TODO(smartro-wizard): "+todo.Param) || strings.TrimSpace(line) == "" {
					t.Errorf("%s %s points at %q", todo.ID, todo.Param, line)
				}
			}
			want := regexp.MustCompile("^(later )*(order )?(later )*install (orders-v2 )?verify(-account|-card)?-v2 (return )?(channel )?cancelled$")
			if got := strings.Join(done, " "); !want.MatchString(got) || strings.Contains(got, "orders-v2") != served {
				t.Errorf("to do: %s", got)
			}
		})
	}
}
