package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"smartro-wizard/e2e/licences"
)

const program = "smartro-wizard"

// platform is a system and a processor as Go names them.
type platform struct{ os, arch string }

var platforms = []platform{
	{"linux", "amd64"}, {"linux", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"windows", "amd64"}, {"windows", "arm64"},
}

func (p platform) zip() string {
	system := p.os
	if system == "darwin" {
		system = "macos"
	}
	return fmt.Sprintf("%s-%s-%s.zip", program, system, p.arch)
}

func (p platform) binary() string {
	if p.os == "windows" {
		return program + ".exe"
	}
	return program
}

// env says what decides the bytes of a build and is not in the sources.
func (p platform) env() []string {
	return []string{"CGO_ENABLED=0", "GOOS=" + p.os, "GOARCH=" + p.arch, "GOAMD64=v1", "GOARM64=v8.0", "GOFLAGS=", "GOEXPERIMENT=", "GODEBUG="}
}

// build compiles the program in dir for a platform and gives its bytes.
func build(dir string, p platform) ([]byte, error) {
	tmp, err := os.MkdirTemp("", "dist")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	out := filepath.Join(tmp, p.binary())
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-o", out, ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), p.env()...)
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("build for %s/%s: %w\n%s", p.os, p.arch, err, said)
	}
	return os.ReadFile(out)
}

// components lists what is linked for a platform, with every licence text.
func components(dir string, p platform) ([]byte, error) {
	modules, err := licences.Linked(dir, p.env(), ".")
	if err != nil {
		return nil, err
	}
	goEnv, err := exec.Command("go", "env", "GOROOT", "GOVERSION").Output()
	if err != nil {
		return nil, fmt.Errorf("ask for Go's own folder: %w", err)
	}
	where, version, _ := strings.Cut(strings.TrimSpace(string(goEnv)), "\n")
	modules = append(modules, licences.Module{Path: "Go standard library", Version: version, Dir: where})
	var list, texts bytes.Buffer
	for _, m := range modules {
		text, err := m.Text()
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&list, "%s %s %s\n", m.Path, m.Version, licences.Kind(text))
		fmt.Fprintf(&texts, "\n%s\n%s %s\n\n%s", strings.Repeat("=", 72), m.Path, m.Version, text)
	}
	list.Write(texts.Bytes())
	return list.Bytes(), nil
}
