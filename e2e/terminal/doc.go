// Package terminal runs a program in a tmux of its own, types into it and
// reads the screen, the colours and the real cursor. A missing tmux fails the
// test. All of it carries the build tag e2e.
package terminal
