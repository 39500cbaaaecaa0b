// Package assets carries what the binary needs: the facts (channels,
// parameters, questions, symptoms), the Korean and English texts, and the test
// page. It holds no code beyond the embedding.
package assets

import "embed"

// Files holds facts/*.json (one file per kind of row), texts/ROOM.LANG.json
// (a flat object from id to text) and page/*, the test page's parts.
//
//go:embed facts page texts
var Files embed.FS
