// Package tools_test holds what the lock files of the tools bring to the Node
// that Debian 12 has: a newer machine would run them all the same and hide that
// a bare one cannot.
package tools_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// oldest is the Node of Debian 12.
var oldest = version{18, 20, 4}

func TestEveryPackageAcceptsTheOldestNode(t *testing.T) {
	locks, err := filepath.Glob("*/package-lock.json")
	if err != nil || len(locks) == 0 {
		t.Fatalf("%d lock files, %v", len(locks), err)
	}
	asked := 0
	for _, lock := range locks {
		for name, wants := range engines(t, lock) {
			asked++
			ok, err := wants.accept(oldest)
			if err != nil || !ok {
				t.Errorf("%s: %s wants Node %s (%v)", lock, name, wants, err)
			}
		}
	}
	if asked < 100 {
		t.Errorf("only %d packages name a Node", asked)
	}
}

// engines are the Nodes that the packages of a lock file want, by the place
// where each is installed.
func engines(t *testing.T, lock string) map[string]ranges {
	t.Helper()
	var of struct {
		Packages map[string]struct {
			Engines json.RawMessage `json:"engines"` // old packages have a list
		} `json:"packages"`
	}
	raw, err := os.ReadFile(lock)
	if err == nil {
		err = json.Unmarshal(raw, &of)
	}
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]ranges{}
	for name, p := range of.Packages {
		var engine struct {
			Node ranges `json:"node"`
		}
		if json.Unmarshal(p.Engines, &engine) == nil && engine.Node != "" {
			all[name] = engine.Node
		}
	}
	return all
}
