// Command dist makes the zips of a release: one for each system and
// processor, with the licences of all that is linked, and their checksums. The
// same sources give the same bytes wherever they lie.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	out := flag.String("o", "dist", "folder that takes the zips")
	flag.Parse()
	if err := release(".", *out, platforms); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}
