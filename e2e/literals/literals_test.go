//go:build e2e

// Package literals_test asks the real interpreters what the literals mean that
// the encoders write: one program for each language and place in code, with
// all values in it.
package literals_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"smartro-wizard/snippets/hostile"
	"smartro-wizard/wizard/value"
)

// language is one that servers or commands are written in.
type language struct {
	name     string
	command  []string // the program's path comes behind
	file     string
	encode   func(text string) (string, error)
	places   []place
	lacks    string                   // a character that its texts cannot hold; one that has it is refused
	careless func(text string) string // an encoder that is wrong and runs nothing; nil is quotes alone

	value func(value.Value) (string, error)
	json  string // a program that prints a value as JSON
}

// place is where a literal can stand in a program. Each statement prints the
// bytes of the value as one line of hexadecimal digits.
type place struct {
	name      string
	before    string
	statement string // LITERAL and NUMBER stand for the literal and its number
	after     string
}

func TestEveryPlaceGivesTheBytesBack(t *testing.T) {
	for _, l := range languages {
		t.Run(l.name, func(t *testing.T) {
			values := texts(t)
			for _, p := range l.places {
				t.Run(p.name, func(t *testing.T) {
					exact, wrong, refused, lacking := l.try(t, p, values)
					t.Logf("%s, %s: %d values exact, %d wrong, %d refused", l.name, p.name, exact, wrong, refused+lacking)
					if exact+lacking < 2000 || exact < 1500 || wrong != 0 || refused != 2 {
						t.Error("not every text came back")
					}
				})
			}
		})
	}
}

// The test has to see what a careless encoder does.
func TestCarelessEncodersAreCaught(t *testing.T) {
	for _, l := range languages {
		t.Run(l.name, func(t *testing.T) {
			careless := l.careless
			if careless == nil {
				careless = func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` }
			}
			l.encode = func(s string) (string, error) { return careless(s), nil }
			caught := 0
			for _, h := range hostile.Strings(t)[:24] { // ordinary ones, quotes, comments, templates, backslashes
				out, _ := l.run(t, l.places[0], []string{h.Text})
				if out != hex.EncodeToString([]byte(h.Text))+"\n" {
					caught++
				}
			}
			if t.Logf("caught at %d strings", caught); caught < 3 {
				t.Error("passes for a good encoder")
			}
		})
	}
}

func (l language) try(t *testing.T, p place, values []string) (exact, wrong, refused, lacking int) {
	t.Helper()
	var kept []string
	for _, v := range values {
		if _, err := l.encode(v); err == nil {
			kept = append(kept, v)
		} else if l.lacks != "" && utf8.ValidString(v) && strings.Contains(v, l.lacks) {
			lacking++
		} else if utf8.ValidString(v) {
			t.Errorf("%q is text and was refused: %v", v, err)
		} else {
			refused++
		}
	}
	out, err := l.run(t, p, kept)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out, "\n")
	if len(lines) != len(kept)+1 {
		t.Fatalf("%d lines for %d values", len(lines)-1, len(kept))
	}
	for i, v := range kept {
		if want := hex.EncodeToString([]byte(v)); lines[i] != want {
			t.Errorf("%.80q is %.160s, want %.160s", v, lines[i], want)
			continue
		}
		exact++
	}
	return exact, len(kept) - exact, refused, lacking
}

// run gives what the program with the values prints. A value that runs leaves
// a file behind, which fails the test.
func (l language) run(t *testing.T, p place, values []string) (string, error) {
	t.Helper()
	var code strings.Builder
	code.WriteString(p.before)
	for i, v := range values {
		literal, err := l.encode(v)
		if err != nil {
			t.Fatal(err)
		}
		code.WriteString(strings.NewReplacer("LITERAL", literal, "NUMBER", fmt.Sprint(i)).Replace(p.statement))
	}
	code.WriteString(p.after)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, l.file), []byte(code.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, l.command[0], append(l.command[1:], l.file)...)
	var out, said bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &said
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%w: %.400s%.400s", err, said.String(), out.String())
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("the values were executed: %v, %v", left, err)
	}
	return out.String(), nil
}

// texts are the hostile values and random ones of the characters that they are
// made of, beside those of each language's own traps.
func texts(t *testing.T) []string {
	t.Helper()
	var all []string
	alphabet := []rune("\"'`\\$&{}[]()<>?#%@!*/-+=;:,. \t\r\n\x00\x01\x1b\x7fnrtuxNUvfe0123456789abcABCZ_가나ㅎ한\u0085\u00a0\u0301\u115f\u200b\u2028\u2029\u202e\u3164\ufeff\ufffd\ufdd0\U0001f381\U000e0041\U0010ffff")
	for _, h := range hostile.Strings(t) {
		all = append(all, h.Text)
		if utf8.ValidString(h.Text) && len(h.Text) < 100 {
			alphabet = append(alphabet, []rune(h.Text)...)
		}
	}
	all = append(all, traps...)
	random := rand.New(rand.NewPCG(5, 5))
	for range 2000 {
		text := make([]rune, random.IntN(24))
		for i := range text {
			text[i] = alphabet[random.IntN(len(alphabet))]
		}
		all = append(all, string(text))
	}
	return all
}

var traps = []string{
	"", "0", "-5", "007", "1e3", "true", "null", "None", "9223372036854775808", "__proto__",
	"$_SERVER[argv]", "{$_SERVER['argv'][0]}", "${phpversion()}", "{${touch('CANARY')}}\n", "$$a->b['c']\t", "\\$a\\{$b}\x00", "?>\nCANARY\n<?php ", "*/ ?>", "EOT;\n", "%s\\101\\x41\\u{41}",
	"\"\"\"\nopen('CANARY','w')\n\"\"\"", "'''", "\\N{BULLET}", "$(touch CANARY)", "`touch CANARY`", "'; touch CANARY; '", "a\n\n", "-n", "-e\x01", "100%s%n\x01", "\\\nx", "f\"{open('CANARY','w')}\"", "# -*- coding: utf-7 -*-", "+AGEAYg-", "\\x", "\\u12", "\\U0011",
}
