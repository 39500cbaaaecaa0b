package main

import (
	"bytes"
	"fmt"
	"io"
	"os/exec"
	"time"

	"github.com/creack/pty"
)

// patience is how long a screen may stay silent before the measuring gives up.
const patience = 5 * time.Second

// screen runs a program until its first question stands, presses so many keys,
// and ends it. It times the first question, then each key until its repaint.
func screen(dir, program string, keys int) (took []time.Duration, err error) {
	cmd := exec.Command(program)
	cmd.Env = environment(dir)
	began := time.Now()
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
	if err != nil {
		return nil, err
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = tty.Close()
	}()
	output := read(tty)
	if err := until(output, "고르세요"); err != nil {
		return nil, err
	}
	took = append(took, time.Since(began))
	for i := range keys {
		settle(output)
		began := time.Now()
		if _, err := io.WriteString(tty, []string{"\x1b[B", "\x1b[A"}[i%2]); err != nil {
			return nil, err
		}
		if err := until(output, ""); err != nil {
			return nil, err
		}
		took = append(took, time.Since(began))
	}
	return took, nil
}

// read hands on what the program writes, piece by piece.
func read(r io.Reader) <-chan []byte {
	pieces := make(chan []byte, 64)
	go func() {
		defer close(pieces)
		for {
			b := make([]byte, 64<<10)
			n, err := r.Read(b)
			if n > 0 {
				pieces <- b[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	return pieces
}

// until waits for the words; no words are met by any output.
func until(output <-chan []byte, words string) error {
	var seen []byte
	late := time.After(patience)
	for {
		select {
		case piece, ok := <-output:
			if !ok {
				return fmt.Errorf("it ended; it wrote %q", seen)
			}
			if seen = append(seen, piece...); bytes.Contains(seen, []byte(words)) {
				return nil
			}
		case <-late:
			return fmt.Errorf("%q did not come; it wrote %q", words, seen)
		}
	}
}

// settle waits until the program has been silent for a while.
func settle(output <-chan []byte) {
	for {
		select {
		case _, ok := <-output:
			if !ok {
				return
			}
		case <-time.After(60 * time.Millisecond):
			return
		}
	}
}
