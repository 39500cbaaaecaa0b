//go:build e2e

package servers

import (
	"os/exec"
	"testing"

	"smartro-wizard/e2e/proof"
)

// The Python that has Debian's FastAPI; another may stand before it on PATH.
var _ = launches(Launcher{
	Target: "fastapi", Dotenv: true,
	Command: func(string) *exec.Cmd { return exec.Command("/usr/bin/python3", "main.py") },
	Tools: func(t testing.TB) []string {
		return []string{proof.Tool(t, "/usr/bin/python3", "--version"), "FastAPI " + proof.Tool(t, "/usr/bin/python3", "-c", "import fastapi; print(fastapi.__version__)")}
	},
})
