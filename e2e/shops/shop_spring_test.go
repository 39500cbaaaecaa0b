//go:build e2e

package shops_test

import (
	"testing"

	"smartro-wizard/e2e/java"
	"smartro-wizard/e2e/servers"
)

var (
	_ = opens(tomcat("jsp and spring, Java 8, EUC-KR", "8", "euc-kr"))
	_ = opens(tomcat("jsp and spring, Java 11", "11", "utf-8"))
)

// tomcat is a web application of old: a start page in JSP, Spring beside it.
func tomcat(name, release, encoding string) shop {
	return shop{
		name: name, targets: []string{"jsp", "spring"}, options: `, java: "` + release + `", encoding: ` + encoding,
		finish: func(t testing.TB, dir string) { java.Spring(t, dir, release) },
		server: servers.Launcher{Target: "spring", Command: java.Tomcat},
		button: "#smartro-pay", message: "#smartro-message",
	}
}
