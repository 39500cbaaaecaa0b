// Package tui runs the built program in a real terminal: whole walks with
// Hangul at several sizes, the real cursor, resizing, every way to end, and
// kills at random moments. Its tests carry the build tag e2e.
package tui
