// Command hello is the least that a Go program can do: generate is measured beside it.
package main

import "fmt"

func main() { fmt.Println("hello") }
