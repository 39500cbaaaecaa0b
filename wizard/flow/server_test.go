package flow_test

import (
	"slices"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
)

func TestAPageAndAServer(t *testing.T) {
	for _, c := range []struct {
		name    string
		said    said
		targets []string
		parts   []string
	}{
		{"somebody else has the server", said{"front_target": typed("react")}, []string{"react"}, nil},
		{"no server for now", said{"front_target": typed("react"), "server_target": typed("none")}, []string{"react"}, nil},
		{"a server beside the page", said{"front_target": typed("html"), "server_target": typed("express"), "server_parts": picked("prepare", "cancel")},
			[]string{"html", "express"}, []string{"cancel", "prepare"}},
		{"commands instead of a server", said{"front_target": typed("html"), "server_target": typed("curl")}, []string{"html", "curl"}, nil},
		{"a server with the page in it", said{"front_target": typed("react"), "server_target": typed("next"), "server_parts": picked()}, []string{"next"}, nil},
	} {
		d, _ := walk(t, flow.Guided(), c.said)
		o := d.Answers().Options
		if !slices.Equal(o.Targets, c.targets) || !slices.Equal(o.Server, c.parts) {
			t.Errorf("%s: %v with %v, want %v with %v", c.name, o.Targets, o.Server, c.targets, c.parts)
		}
		again(t, d)
		opened := flow.Open(d.Answers())
		if got := opened.Answers().Options; opened.Place() != "" || !slices.Equal(got.Targets, c.targets) || !slices.Equal(got.Server, c.parts) {
			t.Errorf("%s: opened at %q with %v", c.name, opened.Place(), got)
		}
		if hands := c.said["server_target"].Text == ""; d.HandsOff() != hands {
			t.Errorf("%s: hands off %t", c.name, d.HandsOff())
		}
	}
}

func TestAJavaServerIsForTheJavaThatIsThere(t *testing.T) {
	d, order := walk(t, flow.Guided(), said{"server_target": typed("spring")})
	if !slices.Contains(order, "java_level") || d.Answers().Options.Java != wizard.Java8 {
		t.Errorf("asked %v, Java %q", order, d.Answers().Options.Java)
	}
	if got := d.With("java_level", typed("11")).Answers().Options.Java; got != wizard.Java11 {
		t.Errorf("Java %q", got)
	}
	if got := d.With("server_target", typed("express")).Answers().Options.Java; got != "" {
		t.Errorf("a server in JavaScript is for Java %q", got)
	}
	again(t, d)
}

// The server of a registered card charges it, unless the person takes that out.
func TestBillingBeginsWithACharge(t *testing.T) {
	d, _ := walk(t, flow.Guided(), said{"type": typed("billing"), "server_target": typed("express")})
	if got := d.Answers().Options.Server; !slices.Equal(got, []string{wizard.PartAgain}) {
		t.Errorf("the server does %v", got)
	}
	if got := d.With("server_parts", picked()).Answers().Options.Server; len(got) > 0 {
		t.Errorf("taken out, the server does %v", got)
	}
}

// The parts that are offered are those that PortOne and Smartro have.
func TestPartsOfTheServerAreThoseThatExist(t *testing.T) {
	for _, d := range channels() {
		d = d.With("server_target", typed("express"))
		a := d.Answers()
		if a.SDK == wizard.V2 {
			if slices.ContainsFunc(d.Options("server_target"), func(o wizard.Option) bool { return o.Value != "handoff" && o.Value != "none" }) {
				t.Errorf("%s %s offers a server, which speaks V1", a.Module, a.Type)
			}
			continue
		}
		var offered []string
		for _, o := range d.Options("server_parts") {
			offered = append(offered, o.Value)
		}
		if want := wizard.PartsOf(a.Module, a.Type, a.Method()); !slices.Equal(offered, want) {
			t.Errorf("%s %s %s offers %v, want %v", a.Module, a.Type, a.Method(), offered, want)
		}
	}
}

func TestSeveralOutputsOfOpenedAnswersStay(t *testing.T) {
	src := whole + "options: {targets: [react, express, html], server: [cancel]}\n"
	d := flow.Open(decoded(t, src))
	if want, got := string(answers.JSON(decoded(t, src))), string(answers.JSON(d.Answers())); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	d = d.With("server_target", typed("none"))
	if got := d.Answers().Options; !slices.Equal(got.Targets, []string{"react", "html"}) || len(got.Server) > 0 {
		t.Errorf("without a server: %+v", got)
	}
}
