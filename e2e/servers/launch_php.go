//go:build e2e

package servers

import "os/exec"

var _ = launches(Launcher{
	Target:  "php",
	Command: func(string) *exec.Cmd { return exec.Command("php", "server.php") },
})
