//go:build e2e

package servers

import (
	"os/exec"
	"testing"

	"smartro-wizard/e2e/proof"
)

var _ = launches(Launcher{
	Target: "php", Dotenv: true,
	Command: func(string) *exec.Cmd { return exec.Command("php", "server.php") },
	Tools:   func(t testing.TB) []string { return []string{proof.Tool(t, "php", "--version")} },
})
