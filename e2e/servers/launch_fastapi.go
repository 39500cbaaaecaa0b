//go:build e2e

package servers

import "os/exec"

// The Python that has Debian's FastAPI; another may stand before it on PATH.
var _ = launches(Launcher{
	Target:  "fastapi",
	Command: func(string) *exec.Cmd { return exec.Command("/usr/bin/python3", "main.py") },
})
