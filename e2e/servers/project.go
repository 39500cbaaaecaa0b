//go:build e2e

package servers

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Link gives a folder what a tool of e2e/tools has installed, as npm install
// would.
func Link(t testing.TB, dir, tool string) {
	t.Helper()
	if err := os.Symlink(installed(t, tool), filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
}

func installed(t testing.TB, tool string) string {
	t.Helper()
	modules, err := filepath.Abs(filepath.Join("..", "tools", tool, "node_modules"))
	if err == nil {
		_, err = os.Stat(modules)
	}
	if err != nil {
		t.Fatalf("make setup installs %s: %v", tool, err)
	}
	return modules
}

// FreshNext makes a folder the project that create-next-app makes. Its bundler
// takes nothing from outside, so what is installed is linked file by file, or
// copied where the folders lie on two disks.
func FreshNext(t testing.TB, dir string) {
	t.Helper()
	for name, body := range map[string]string{
		"package.json":   `{"name": "shop", "private": true, "scripts": {"dev": "next dev", "build": "next build", "start": "next start"}}`,
		"tsconfig.json":  tsconfig,
		"app/layout.tsx": layout,
	} {
		at := filepath.Join(dir, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(at), 0o755)
		if err == nil {
			err = os.WriteFile(at, []byte(body), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	from := installed(t, "next")
	if exec.Command("cp", "-al", from, dir).Run() == nil {
		return
	}
	if out, err := exec.Command("cp", "-a", from, dir).CombinedOutput(); err != nil {
		t.Fatalf("copy what is installed: %v\n%s", err, out)
	}
}

const tsconfig = `{
  "compilerOptions": {
    "target": "ES2017",
    "lib": ["dom", "dom.iterable", "esnext"],
    "allowJs": true,
    "skipLibCheck": true,
    "strict": true,
    "noEmit": true,
    "esModuleInterop": true,
    "module": "esnext",
    "moduleResolution": "bundler",
    "resolveJsonModule": true,
    "isolatedModules": true,
    "jsx": "react-jsx",
    "incremental": true,
    "plugins": [{ "name": "next" }],
    "paths": { "@/*": ["./*"] }
  },
  "include": ["next-env.d.ts", "**/*.ts", "**/*.tsx", ".next/types/**/*.ts"],
  "exclude": ["node_modules"]
}
`

const layout = `export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="ko">
      <body>{children}</body>
    </html>
  );
}
`
