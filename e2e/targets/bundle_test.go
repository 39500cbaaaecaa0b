//go:build e2e

package targets_test

import (
	_ "embed"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
)

// nextPage shows the page of a Next project.
const nextPage = `import { createRoot } from "react-dom/client";
import Page from "./app/page";

createRoot(document.getElementById("root")!).render(<Page />);
`

var (
	//go:embed testdata/ts.ts
	tsPage string
	//go:embed testdata/react.tsx
	reactPage string
	//go:embed testdata/server.tsx
	reactServer string
	//go:embed testdata/vue.ts
	vuePage string
	//go:embed testdata/vue-server.ts
	vueServer string
)

// bundle builds a file of dir as an app's bundler does. React is the one for
// development, whose StrictMode runs effects twice, and so is Vue, which warns.
func bundle(t *testing.T, dir, entry string, platform api.Platform) string {
	t.Helper()
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{filepath.Join(dir, entry)}, Bundle: true, Write: false, Outfile: "app.js", Platform: platform,
		JSX: api.JSXAutomatic, Plugins: []api.Plugin{components(platform)},
		Define: map[string]string{"process.env.NODE_ENV": `"development"`, "__VUE_OPTIONS_API__": "true", "__VUE_PROD_DEVTOOLS__": "false",
			"__VUE_PROD_HYDRATION_MISMATCH_DETAILS__": "true"},
		// What a framework says of "use client" in a file that it did not ask for.
		LogOverride: map[string]api.LogLevel{"unsupported-directive": api.LogLevelSilent},
	})
	if len(r.Errors) > 0 || len(r.OutputFiles) != 1 {
		t.Fatalf("bundle %s: %v", entry, r.Errors)
	}
	return string(r.OutputFiles[0].Contents)
}

// script is what a page takes in to use a target.
func script(t *testing.T, dir string, a wizard.Answers, target string) string {
	t.Helper()
	code := body(t, a, target)
	switch target {
	case "ts":
		write(t, dir, "payment.ts", code)
		write(t, dir, "page.ts", tsPage)
		return bundle(t, dir, "page.ts", api.PlatformBrowser)
	case "react":
		write(t, dir, "PayButton.tsx", code)
		write(t, dir, "page.tsx", reactPage)
		return bundle(t, dir, "page.tsx", api.PlatformBrowser)
	case "next":
		out, err := snippets.Generate(a, target)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range out.Files {
			write(t, dir, "next/"+file.Path, file.Body)
		}
		write(t, dir, "next/entry.tsx", nextPage)
		return bundle(t, dir, "next/entry.tsx", api.PlatformBrowser)
	case "vue":
		write(t, dir, "vue/PayButton.vue", code)
		write(t, dir, "vue/page.ts", vuePage)
		return bundle(t, dir, "vue/page.ts", api.PlatformBrowser)
	}
	return code
}

// rendered is the button as a server renders it.
func rendered(t *testing.T, dir string, a wizard.Answers, target string) string {
	t.Helper()
	entry := "server.tsx"
	if target == "vue" {
		entry = "vue/server.ts"
		write(t, dir, "vue/PayButton.vue", body(t, a, target))
		write(t, dir, entry, vueServer)
	} else {
		write(t, dir, "PayButton.tsx", body(t, a, target))
		write(t, dir, entry, reactServer)
	}
	write(t, dir, "server.js", bundle(t, dir, entry, api.PlatformNode))
	out, err := exec.Command("node", filepath.Join(dir, "server.js"), orderOf(t, a)).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}
