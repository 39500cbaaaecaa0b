//go:build e2e

package servers

import (
	"os/exec"
	"testing"

	"smartro-wizard/e2e/proof"
)

var _ = launches(Launcher{
	Target: "express", Dotenv: true,
	Prepare: func(t testing.TB, dir string) { Link(t, dir, "express") },
	Command: func(string) *exec.Cmd { return exec.Command("npm", "start", "--silent") },
	Tools: func(t testing.TB) []string {
		return []string{"Node " + proof.Tool(t, "node", "--version"), proof.Package(t, "express", "express")}
	},
})
