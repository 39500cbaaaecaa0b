//go:build e2e

package shops_test

import (
	"os/exec"
	"testing"

	"smartro-wizard/e2e/servers"
)

var _ = opens(shop{
	name: "next alone", targets: []string{"next"},
	fresh:  servers.FreshNext,
	finish: func(t testing.TB, dir string) { run(t, dir, telemetry, "npm", "run", "build", "--silent") },
	server: servers.Launcher{
		Target:  "next",
		Command: func(string) *exec.Cmd { return exec.Command("npm", "start", "--silent") },
		Env:     func(string) []string { return telemetry },
	},
	button: "button", message: "p[role=status]",
})

var telemetry = []string{"NEXT_TELEMETRY_DISABLED=1"}
