//go:build tools

// Package tools pins the Pulumi CLI: `go build` in this folder builds it from its public module, with every dependency
// at the version and checksum of go.mod and go.sum. See tools/engine/build.ts.
package tools

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
