//go:build e2e

package shops_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"smartro-wizard/e2e/servers"
)

var _ = opens(shop{
	name: "html and express", targets: []string{"html", "express"},
	finish: func(t testing.TB, dir string) { servers.Link(t, dir, "express") },
	server: servers.Launcher{Target: "express", Command: func(string) *exec.Cmd { return exec.Command("npm", "start", "--silent") }},
	button: "#smartro-pay", message: "#smartro-message",
})

var _ = opens(shop{
	name: "react and express", targets: []string{"react", "express"},
	fresh: vite,
	finish: func(t testing.TB, dir string) {
		put(t, dir, "src/App.tsx", "import PayButton from \"./PayButton\";\n\nexport default function App() {\n  return <PayButton />;\n}\n")
		run(t, dir, nil, "node_modules/.bin/vite", "build")
		servers.Link(t, filepath.Join(dir, "server"), "express")
	},
	server: servers.Launcher{Target: "express", Command: func(dir string) *exec.Cmd {
		return exec.Command("npm", "start", "--silent", "--prefix", "server")
	}},
	button: "button", message: "p[role=status]",
})

// vite makes what npm create vite makes of its template react-ts.
func vite(t testing.TB, dir string) {
	t.Helper()
	put(t, dir, "package.json", `{"name": "shop", "private": true, "type": "module", "scripts": {"build": "vite build"}}`)
	put(t, dir, "index.html", `<!doctype html>
<html lang="ko">
  <head><meta charset="UTF-8" /><title>shop</title></head>
  <body><div id="root"></div><script type="module" src="/src/main.tsx"></script></body>
</html>
`)
	put(t, dir, "vite.config.ts", "import { defineConfig } from \"vite\";\nimport react from \"@vitejs/plugin-react\";\n\nexport default defineConfig({ plugins: [react()] });\n")
	put(t, dir, "src/main.tsx", `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import App from "./App.tsx";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
`)
	servers.Link(t, dir, "vite")
}

func put(t testing.TB, dir, name, body string) {
	t.Helper()
	at := filepath.Join(dir, filepath.FromSlash(name))
	err := os.MkdirAll(filepath.Dir(at), 0o755)
	if err == nil {
		err = os.WriteFile(at, []byte(body), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func run(t testing.TB, dir string, env []string, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}
