// Package assets carries what the binary needs: the facts, the Korean and
// English texts, and the test page. It holds no code beyond the embedding.
package assets

import "embed"

// Files holds the facts that are read when asked for, texts/ROOM.LANG.json
// (a flat object from id to text) and page/*, the test page's parts. What every
// start needs of the facts is compiled into the package wizard instead.
//
//go:embed facts/aliases.json facts/codes.json facts/console.json facts/examples.json facts/examples_v2.json facts/handover.json facts/proofs.json facts/questions.json facts/symptoms.json page texts
var Files embed.FS
