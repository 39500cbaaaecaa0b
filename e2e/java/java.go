//go:build e2e

// Package java runs Java for the tests: the JDK's compiler, and Debian's Tomcat
// 9 with Jasper, Spring MVC 4.3 and Jackson. What is missing fails the test.
package java

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// jars are the libraries, where Debian's packages put them.
var jars = []string{
	"tomcat9-api", "tomcat9-annotations-api", "tomcat9-catalina", "tomcat9-coyote", "tomcat9-el-api", "tomcat9-jasper",
	"tomcat9-jasper-el", "tomcat9-jaspic-api", "tomcat9-jni", "tomcat9-jsp-api", "tomcat9-juli", "tomcat9-servlet-api",
	"tomcat9-util", "tomcat9-util-scan", "eclipse-jdt-core",
	"spring3-core", "spring3-beans", "spring3-context", "spring3-aop", "spring3-expression", "spring3-web", "spring3-web.servlet",
	"commons-logging", "jackson-core", "jackson-annotations", "jackson-databind",
}

// classpath names the libraries as java and javac take them.
func classpath() string {
	paths := make([]string, len(jars))
	for i, name := range jars {
		paths[i] = filepath.Join("/usr/share/java", name+".jar")
	}
	return strings.Join(paths, ":")
}

// require fails the test where a library is missing.
func require(t testing.TB) {
	t.Helper()
	for _, path := range strings.Split(classpath(), ":") {
		if _, err := os.Stat(path); err != nil {
			t.Fatalf("make setup installs the Java libraries: %v", err)
		}
	}
}

// Compiler is how javac is asked to read and to write.
type Compiler struct {
	Release  string // the Java version of syntax and classes: 8, 11
	Encoding string // of the files, UTF-8 where it is empty
}

// Compile puts the classes of Java files into a folder. The error is what the
// compiler said; a warning is one too.
func (c Compiler) Compile(t testing.TB, into string, files ...string) error {
	t.Helper()
	require(t)
	encoding := c.Encoding
	if encoding == "" {
		encoding = "UTF-8"
	}
	args := []string{"--release", c.Release, "-encoding", encoding, "-Xlint:all,-options,-path,-processing", "-Werror", "-cp", classpath(), "-d", into}
	out, err := exec.Command("javac", append(args, files...)...).CombinedOutput()
	if err == nil {
		return nil
	}
	return &compileError{string(out), err}
}

type compileError struct {
	said string
	err  error
}

func (e *compileError) Error() string { return "javac: " + e.err.Error() + "\n" + e.said }
func (e *compileError) Unwrap() error { return e.err }
