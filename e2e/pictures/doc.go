// Package pictures makes the README's pictures from the real program's screens.
// All of it carries the build tag e2e.
package pictures
