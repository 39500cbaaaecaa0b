# check   Go only, under two minutes: what to run while working
# test    installs what is missing, then everything, and writes what proved each target
# bare    test on a fresh Debian (root, debootstrap)
# dist    the zips of a release with their checksums
# proofs  writes what proved each target, without the rest
# pictures, speed, bench, fuzz   see README.md

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME ?= 30s

.PHONY: check test setup bare dist pictures proofs speed bench fuzz

check:
	@test -z "$$(gofmt -s -l .)" || { gofmt -s -l .; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...
	go test ./...

# tally prints go test's closing lines and fails when a test failed or was
# skipped, or when there was none. The end-to-end packages own terminals and
# browsers, so they run one after the other.
test: setup check
	go vet -tags e2e ./...
	go run $(STATICCHECK) -tags e2e ./...
	go test -race -count=1 -json ./... | go run ./e2e/tally
	PROOFS=write go test -tags e2e -count=1 -timeout 30m -p 1 -json ./e2e/... | go run ./e2e/tally

setup:
	.ci/setup

bare:
	.ci/bare

dist:
	go run ./e2e/dist -o dist

pictures: setup
	go test -tags e2e -count=1 ./e2e/pictures -update

# proofs writes what proved each target into assets/facts/proofs.json: run it
# after changing a target.
proofs: setup
	PROOFS=write go test -tags e2e -count=1 -timeout 30m -p 1 ./e2e/commands ./e2e/targets ./e2e/servers ./e2e/shops

speed:
	go run ./e2e/speed

bench:
	go test -run '^$$' -bench . -benchmem ./...

fuzz:
	.ci/fuzz $(FUZZTIME)
