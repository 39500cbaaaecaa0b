// Package spring writes the spring target: controllers for Spring MVC 4.3 and
// later and for Spring Boot, in Java 8 or in Java 11. They need Jackson, which
// Spring has, and ask for the servlet API by neither of its two names.
package spring

import (
	"fmt"

	"smartro-wizard/snippets/back"
	"smartro-wizard/snippets/java"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard/value"
)

// Name is the target's name. Pages that are written with it lie in Public,
// from where Spring Boot serves them; a JSP page knows its own place.
const (
	Name   = "spring"
	Public = "src/main/resources/static/"
)

//go:generate go run ../compile -data ../back PaymentController.java.tmpl OperatorController.java.tmpl operations.tmpl Payments.java.tmpl Outcome.java.tmpl Orders.java.tmpl PortOne.java.tmpl Rule.java.tmpl Json.java.tmpl Settings.java.tmpl

// Write writes the server. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	classes := []back.File{class("PaymentController", paymentController)}
	if p.Server.Operated() {
		classes = append(classes, class("OperatorController", operatorController), class("Rule", rule))
	}
	style := back.Style{
		Literal: literal,
		OwnPort: true,
		Parts:   []back.Blocks{operations},
		Files: append(classes, class("Payments", payments), class("Outcome", outcome), class("Orders", orders),
			class("PortOne", portOne), class("Json", json), class("Settings", settings),
			back.File{Path: ".env.example", Language: "env", Comment: "#", Template: back.Env}),
		Before: []string{plan.TodoScan},
		Start:  "set -a; . ./.env; set +a; ./mvnw spring-boot:run",
	}
	if p.Bundled { // the page has a project of its own
		style.Folder, style.Start = "server/", "cd server; "+style.Start
	}
	return back.Write(p, style)
}

func class(name string, template back.Blocks) back.File {
	return back.File{Path: "src/main/java/payments/" + name + ".java", Language: "java", Comment: "//", Template: template}
}

func literal(v value.Value, ascii bool) (fmt.Stringer, error) {
	return java.Dialect{ASCII: ascii}.Encode(v)
}
