// Smartro-wizard takes a developer from "which module, which MID?" to a
// payment window that opens.
package main

import (
	"os"

	"smartro-wizard/ui/cli"
)

func main() { os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
