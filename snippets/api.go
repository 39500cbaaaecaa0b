// Package snippets turns answers into files that are pasted or saved.
package snippets

import (
	"slices"

	"smartro-wizard/snippets/curl"
	"smartro-wizard/snippets/express"
	"smartro-wizard/snippets/fastapi"
	"smartro-wizard/snippets/html"
	"smartro-wizard/snippets/jsp"
	"smartro-wizard/snippets/next"
	"smartro-wizard/snippets/php"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/react"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/snippets/script"
	"smartro-wizard/snippets/spring"
	"smartro-wizard/snippets/ts"
	"smartro-wizard/snippets/vue"
	"smartro-wizard/wizard"
)

// What a target gives; see package plan.
type (
	File   = plan.File   // one output
	Mark   = plan.Mark   // the line on which a parameter's value stands
	Todo   = plan.Todo   // something the person still has to do
	Output = plan.Output // what Generate gives
)

// Error is why something cannot be written. Say gives people the sentence.
type Error = refusal.Error

// Target is a kind of output.
type Target struct {
	Name, Side string
	Languages  []string
	SDK        []wizard.SDK // the PortOne versions of which there is code; none is V1

	write func(plan.Plan) (plan.Output, error)
}

var targets = []Target{
	{Name: html.Name, Side: "page", SDK: wizard.SDKs, Languages: []string{"html", "javascript"}, write: html.Write},
	{Name: script.Name, Side: "page", SDK: wizard.SDKs, Languages: []string{"javascript"}, write: script.Write},
	{Name: ts.Name, Side: "page", SDK: wizard.SDKs, Languages: []string{"typescript"}, write: ts.Write},
	{Name: react.Name, Side: "page", SDK: wizard.SDKs, Languages: []string{"typescript"}, write: react.Write},
	{Name: vue.Name, Side: "page", SDK: wizard.SDKs, Languages: []string{"typescript"}, write: vue.Write},
	{Name: jsp.Name, Side: "page", SDK: wizard.SDKs, Languages: []string{"jsp", "javascript"}, write: jsp.Write},
	{Name: next.Name, Side: "server", SDK: wizard.SDKs, Languages: []string{"typescript"}, write: next.Write},
	{Name: fastapi.Name, Side: "server", Languages: []string{"python"}, write: fastapi.Write},
	{Name: php.Name, Side: "server", Languages: []string{"php"}, write: php.Write},
	{Name: express.Name, Side: "server", Languages: []string{"javascript"}, write: express.Write},
	{Name: spring.Name, Side: "server", Languages: []string{"java"}, write: spring.Write},
	{Name: curl.Name, Side: "commands", Languages: []string{"shell"}, write: curl.Write},
}

// Speaks reports whether the target has code for a PortOne version.
func (t Target) Speaks(sdk wizard.SDK) bool {
	if len(t.SDK) == 0 {
		return sdk != wizard.V2
	}
	return slices.Contains(t.SDK, sdk) || sdk == "" && slices.Contains(t.SDK, wizard.V1)
}

// Targets are the outputs of this build.
func Targets() []Target { return slices.Clone(targets) }

func namesOf(all []Target) []string {
	names := make([]string, len(all))
	for i, t := range all {
		names[i] = t.Name
	}
	return names
}

// speaking are the names of the targets that have code for a version.
func speaking(sdk wizard.SDK) []string {
	return namesOf(slices.DeleteFunc(Targets(), func(t Target) bool { return !t.Speaks(sdk) }))
}

// Generate writes the targets for the answers. A page for which the answers, or
// the names here, have a server too takes its orders from there. It does not
// judge: callers ask the rulebook first. The error is an *Error with the target or the value that
// cannot be written.
func Generate(a wizard.Answers, names ...string) (Output, error) {
	for _, t := range targets {
		if slices.Contains(names, t.Name) && !t.Speaks(a.SDK) {
			return Output{}, &Error{Reason: refusal.NoVersion, Path: t.Name, Known: speaking(a.SDK)}
		}
	}
	p, err := plan.New(a)
	if err != nil {
		return Output{}, err
	}
	asked := func(is func(string) bool) bool {
		return slices.ContainsFunc(names, is) || slices.ContainsFunc(a.Options.Targets, is)
	}
	p.Served, p.Bundled, p.Public = !p.V2() && asked(isServer), asked(isBundled), "public/"
	if asked(func(name string) bool { return name == spring.Name }) {
		p.Public = spring.Public
	}
	var all Output
	for _, name := range names {
		i := slices.IndexFunc(targets, func(t Target) bool { return t.Name == name })
		if i < 0 {
			return Output{}, &Error{Reason: refusal.UnknownTarget, Path: name, Known: namesOf(targets)}
		}
		out, err := targets[i].write(p)
		if err != nil {
			return Output{}, err
		}
		if p.Served && !isServer(name) {
			out.Todo = plan.BesideServer(out.Todo, p.ServerID)
		}
		all.Files = append(all.Files, out.Files...)
		for _, todo := range out.Todo {
			if !slices.Contains(all.Todo, todo) { // two pages leave the same to do
				all.Todo = append(all.Todo, todo)
			}
		}
	}
	return all, nil
}

func isServer(name string) bool { return is(name, func(t Target) bool { return t.Side == "server" }) }

func isBundled(name string) bool {
	return is(name, func(t Target) bool { return t.Side == "page" && slices.Contains(t.Languages, "typescript") })
}

func is(name string, of func(Target) bool) bool {
	return slices.ContainsFunc(targets, func(t Target) bool { return t.Name == name && of(t) })
}
