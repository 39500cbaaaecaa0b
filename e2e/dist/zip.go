package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// carried are the files of the tree that lie beside the binary.
var carried = []string{"LICENSE", "README.md", "README.ko.md"}

// release writes the zips of the platforms and SHA256SUMS into out.
func release(dir, out string, list []platform) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	var sums bytes.Buffer
	for _, p := range list {
		packed, err := pack(dir, p)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, p.zip()), packed, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(packed), p.zip())
		fmt.Printf("%s %d bytes\n", p.zip(), len(packed))
	}
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), sums.Bytes(), 0o644)
}

// pack gives the zip of one platform.
func pack(dir string, p platform) ([]byte, error) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	binary, err := build(dir, p)
	if err != nil {
		return nil, err
	}
	if err := add(w, p.binary(), 0o755, binary); err != nil {
		return nil, err
	}
	list, err := components(dir, p)
	if err != nil {
		return nil, err
	}
	if err := add(w, "COMPONENTS.txt", 0o644, list); err != nil {
		return nil, err
	}
	for _, name := range carried {
		body, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		if err := add(w, name, 0o644, body); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// add puts a file into the zip with a fixed time, the oldest that a zip can say.
func add(w *zip.Writer, name string, mode fs.FileMode, body []byte) error {
	h := &zip.FileHeader{Name: program + "/" + name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
	h.SetMode(mode)
	f, err := w.CreateHeader(h)
	if err != nil {
		return err
	}
	_, err = f.Write(body)
	return err
}
