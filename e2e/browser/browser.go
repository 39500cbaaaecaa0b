//go:build e2e

// Package browser drives Debian's Chromium for the tests: headless, with a
// profile of its own, cut off from every host but 127.0.0.1. Requests to other
// hosts are answered by a stub or refused, and both are written down. A missing
// Chromium fails the test.
package browser

import (
	"context"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"smartro-wizard/wizard"
)

// Script is the address of the V1 script, the usual thing to stub.
const Script = wizard.ScriptV1

// Patience is how long a wait may take before the test fails. It bounds a
// hanging test; nothing is decided by how fast something was.
const Patience = 30 * time.Second

// Browser is one running Chromium.
type Browser struct{ ctx context.Context }

// Start runs a Chromium that ends with the test.
func Start(t testing.TB) *Browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatalf("chromium is needed for this test: %v", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.WindowSize(1280, 800),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("no-proxy-server", true),
		chromedp.Flag("lang", "ko-KR"),
		// Also for what the interception of a page does not see: workers,
		// popups, the browser's own errands.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	alloc, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, end := chromedp.NewContext(alloc, chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(end)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	return &Browser{ctx: ctx}
}
