package flow

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
)

// hasServer is what rows read where it matters that there is a server, and not which.
const hasServer = "has_server"

// The answers to server_target that are no target.
const (
	handoff = "handoff" // somebody else has the server and gets a letter
	none    = "none"
)

// commands are for who has no server: they have no parts to choose.
const commands = "curl"

// isServer reports whether a target is one of those that server_target offers:
// the half of a payment that is no page.
func isServer(target string) bool {
	q, ok := row("server_target")
	return ok && target != handoff && target != none &&
		slices.ContainsFunc(q.Options, func(o wizard.Option) bool { return o.Value == target })
}

// bringsPage is the server that has the page in it, so that no other is wanted.
const bringsPage = "next"

// target adds to the outputs what was chosen, once somebody chose one of them.
// Opened answers may name several.
func (d Draft) target(a *wizard.Answers, q *wizard.Question, chosen string) {
	if !d.Touched("front_target") && !d.Touched("server_target") {
		return
	}
	for _, t := range strings.Split(chosen, ",") {
		switch {
		case !d.see().offers(q, t) || q.ID == "server_target" && !isServer(t):
		case t == bringsPage:
			a.Options.Targets = []string{t}
		default:
			a.Options.Targets = append(slices.Clip(a.Options.Targets), t)
		}
	}
}

// parts writes what the server does besides, in the order in which it has them.
func (d Draft) parts(a *wizard.Answers, q *wizard.Question, picked []string) {
	for _, part := range wizard.ServerParts {
		if d.Touched(q.ID) && slices.Contains(picked, part) && d.see().offers(q, part) {
			a.Options.Server = append(slices.Clip(a.Options.Server), part)
		}
	}
}

// HandsOff reports whether the person said that somebody else has the server.
func (d Draft) HandsOff() bool {
	return d.Confirmed("server_target") && d.Entry("server_target").Text == handoff
}

// sides tells the targets of opened answers apart: pages and servers.
func sides(targets []string) (pages, servers []string) {
	for _, t := range targets {
		if isServer(t) {
			servers = append(servers, t)
		} else {
			pages = append(pages, t)
		}
	}
	return pages, servers
}
