//go:build e2e

package servers

import (
	"testing"

	"smartro-wizard/e2e/java"
	"smartro-wizard/e2e/proof"
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
		Tools: func(t testing.TB) []string {
			return []string{proof.Tool(t, "javac", "-version") + " --release " + release, "Tomcat 9, Spring MVC 4.3"}
		},
		Command: java.Tomcat,
	}
}
