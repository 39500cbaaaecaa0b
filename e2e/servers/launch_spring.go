//go:build e2e

package servers

import (
	"testing"

	"smartro-wizard/e2e/java"
)

var (
	_ = launches(spring("8"))
	_ = launches(spring("11"))
)

// spring is a server in Tomcat, in the syntax and with the libraries of a Java
// release.
func spring(release string) Launcher {
	return Launcher{
		Name: "spring-" + release, Target: "spring", Options: `java: "` + release + `"`,
		Prepare: func(t testing.TB, dir string) { java.Spring(t, dir, release) },
		Command: java.Tomcat,
	}
}
