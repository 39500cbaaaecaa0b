// Package targets is for tests alone, which carry the build tag e2e: they ask
// what others wrote about generated code.
package targets
