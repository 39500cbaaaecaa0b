//go:build e2e

package servers

import (
	"os/exec"
	"testing"
)

var _ = launches(Launcher{
	Target:  "express",
	Prepare: func(t testing.TB, dir string) { Link(t, dir, "express") },
	Command: func(string) *exec.Cmd { return exec.Command("npm", "start", "--silent") },
})
