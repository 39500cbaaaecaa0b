// Smartro-wizard takes a developer from "which module, which MID?" to a
// payment window that opens.
package main

func main() {}
