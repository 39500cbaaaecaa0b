//go:build e2e

package servers

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"smartro-wizard/e2e/proof"
)

var _ = launches(Launcher{
	Target: "next", Dotenv: true,
	Prepare: prepareNext,
	Command: func(dir string) *exec.Cmd {
		if _, err := os.Stat(filepath.Join(dir, ".next", "BUILD_ID")); err == nil {
			return exec.Command("npm", "start", "--silent")
		}
		return exec.Command("npm", "run", "dev", "--silent")
	},
	Env: func(string) []string { return []string{"NEXT_TELEMETRY_DISABLED=1"} },
	Tools: func(t testing.TB) []string {
		return []string{"Node " + proof.Tool(t, "node", "--version"), proof.Package(t, "next", "next"), proof.Package(t, "next", "typescript")}
	},
})

// builds are the projects that were built. The first two are, types and all, and
// run as in production; the others run as while developing, which takes a third
// of the time and loads code again and again.
var builds int

func prepareNext(t testing.TB, dir string) {
	FreshNext(t, dir)
	if builds++; builds > 2 {
		return
	}
	build := exec.Command("npm", "run", "build", "--silent")
	build.Dir, build.Env = dir, append(os.Environ(), "NEXT_TELEMETRY_DISABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("next build: %v\n%s", err, out)
	}
}
