// Package page is for tests alone, which carry the build tag e2e: they open
// what we make in a real browser.
package page
