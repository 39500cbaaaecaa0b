//go:build e2e

package pictures

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"smartro-wizard/e2e/browser"
)

// A cell of the font at this size is 8 by 20, a Hangul syllable two of them.
const (
	fontSize   = 16
	cellWidth  = 8
	cellHeight = 20
	margin     = 16
)

const sheet = `<!doctype html><html lang="ko"><meta charset="utf-8"><style>
body { margin: 0; padding: %dpx; background: %s; color: %s; }
div { white-space: pre; height: %dpx; line-height: %dpx; font: %dpx/%dpx "NanumGothicCoding"; }
span { display: inline-block; height: %dpx; overflow: hidden; vertical-align: top; }
svg { display: block; fill: none; shape-rendering: crispEdges; }
</style>%s`

// draw gives the picture of a captured screen as PNG.
func draw(t *testing.T, page *browser.Page, screen string, cols, rows int, cursor *point) []byte {
	t.Helper()
	body := fmt.Sprintf(sheet, margin, background, foreground, cellHeight, cellHeight, fontSize, cellHeight, cellHeight, toHTML(screen, cursor))
	file := filepath.Join(t.TempDir(), "screen.html")
	if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	page.Do(chromedp.EmulateViewport(int64(cols*cellWidth+2*margin), int64(rows*cellHeight+2*margin), chromedp.EmulateScale(2)))
	page.Open("file://" + file)
	page.WaitFor(`document.fonts.check('16px NanumGothicCoding')`)
	return page.Screenshot(t.Name())
}
