// Checks a register's published log with the libraries of Go's checksum database
// (golang.org/x/mod/sumdb/note and tlog), which know nothing of Truce: the checkpoint's
// signature, the tree over all entries, all tiles of hashes, a proof of inclusion for every entry,
// and that an older checkpoint is a beginning of the log. With -proofs it checks the file beside a
// report instead. On Debian, with golang-go and golang-golang-x-mod-dev, no network is needed:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run tools/check-log.go -key KEY [-was FILE] URL-OR-FOLDER
//	GO111MODULE=off GOPATH=/usr/share/gocode go run tools/check-log.go -key KEY -proofs FILE
//
// Prints one line of JSON; exit code 0 when everything fits, 1 when something does not.
package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileWidth = 256

type answer struct {
	OK          bool   `json:"ok"`
	Entries     int64  `json:"entries,omitempty"`
	Inclusions  int64  `json:"inclusions,omitempty"`
	Tiles       int64  `json:"tiles,omitempty"`
	Consistency int64  `json:"consistentFrom,omitempty"`
	Root        string `json:"root,omitempty"`
	Problem     string `json:"problem,omitempty"`
}

func say(a answer) {
	line, _ := json.Marshal(a)
	fmt.Println(string(line))
	if !a.OK {
		os.Exit(1)
	}
}

func fail(format string, args ...interface{}) {
	say(answer{Problem: fmt.Sprintf(format, args...)})
}

type checkpoint struct {
	origin string
	size   int64
	root   tlog.Hash
}

// The signature is checked by note.Open; the text of a checkpoint is read here, for tlog.ParseTree
// reads the trees of the checksum database only, which have a first line of their own.
func openCheckpoint(text []byte, verifiers note.Verifiers) checkpoint {
	opened, err := note.Open(text, verifiers)
	if err != nil {
		fail("the checkpoint is not signed with this key: %v", err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 {
		fail("the checkpoint has no three lines")
	}
	if opened.Sigs[0].Name != lines[0] {
		fail("the checkpoint is of another log than the key")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 {
		fail("the checkpoint has no size")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		fail("the checkpoint has no root")
	}
	return checkpoint{lines[0], size, root}
}

type source func(path string) []byte

func sourceOf(place string) source {
	if !strings.HasPrefix(place, "http://") && !strings.HasPrefix(place, "https://") {
		return func(path string) []byte {
			data, err := os.ReadFile(filepath.Join(place, filepath.FromSlash(path)))
			if err != nil {
				fail("%s cannot be read", path)
			}
			return data
		}
	}
	return func(path string) []byte {
		response, err := http.Get(strings.TrimSuffix(place, "/") + "/" + path)
		if err != nil {
			fail("%s cannot be fetched", path)
		}
		defer response.Body.Close()
		data, err := io.ReadAll(response.Body)
		if err != nil || response.StatusCode != http.StatusOK {
			fail("%s: the server answered %d", path, response.StatusCode)
		}
		return data
	}
}

// C2SP tlog-tiles: three digits a step, all but the last begin with x.
func tilePath(kind string, index int64, width int64) string {
	path := fmt.Sprintf("%03d", index%1000)
	for rest := index / 1000; rest > 0; rest /= 1000 {
		path = fmt.Sprintf("x%03d/%s", rest%1000, path)
	}
	if width < tileWidth {
		path = fmt.Sprintf("%s.p/%d", path, width)
	}
	return "tile/" + kind + "/" + path
}

func widthAt(index, count int64) int64 {
	if left := count - index*tileWidth; left < tileWidth {
		return left
	}
	return tileWidth
}

// All entries of a log, and the hashes that tlog stores for them.
func readEntries(get source, size int64) ([]tlog.Hash, []tlog.Hash) {
	var leaves, stored []tlog.Hash
	reader := hashReader(&stored)
	for index := int64(0); index*tileWidth < size; index++ {
		width := widthAt(index, size)
		data := get(tilePath("entries", index, width))
		for i := int64(0); i < width; i++ {
			if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
				fail("entry bundle %d is cut off", index)
			}
			length := 2 + int(binary.BigEndian.Uint16(data))
			leaf := tlog.RecordHash(data[2:length])
			data = data[length:]
			added, err := tlog.StoredHashesForRecordHash(int64(len(leaves)), leaf, reader)
			if err != nil {
				fail("entry %d: %v", len(leaves), err)
			}
			leaves = append(leaves, leaf)
			stored = append(stored, added...)
		}
		if len(data) != 0 {
			fail("entry bundle %d holds more than %d entries", index, width)
		}
	}
	return leaves, stored
}

func hashReader(stored *[]tlog.Hash) tlog.HashReader {
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			if index >= int64(len(*stored)) {
				return nil, fmt.Errorf("no hash %d", index)
			}
			hashes[i] = (*stored)[index]
		}
		return hashes, nil
	})
}

func checkTiles(get source, size int64, stored []tlog.Hash) int64 {
	tiles := int64(0)
	for level, count := 0, size; count > 0; level, count = level+1, count/tileWidth {
		for index := int64(0); index*tileWidth < count; index++ {
			width := widthAt(index, count)
			data := get(tilePath(strconv.Itoa(level), index, width))
			if int64(len(data)) != width*tlog.HashSize {
				fail("tile %d/%d has another length", level, index)
			}
			for i := int64(0); i < width; i++ {
				want := stored[tlog.StoredHashIndex(8*level, index*tileWidth+i)]
				if string(data[i*tlog.HashSize:(i+1)*tlog.HashSize]) != string(want[:]) {
					fail("tile %d/%d does not fit the entries", level, index)
				}
			}
			tiles++
		}
	}
	return tiles
}

func checkLog(verifiers note.Verifiers, was, place string) {
	get := sourceOf(place)
	now := openCheckpoint(get("checkpoint"), verifiers)
	leaves, stored := readEntries(get, now.size)
	reader := hashReader(&stored)
	root, err := tlog.TreeHash(now.size, reader)
	if err != nil || root != now.root {
		fail("the entries do not give the signed root")
	}
	tiles := checkTiles(get, now.size, stored)
	for index, leaf := range leaves {
		proof, err := tlog.ProveRecord(now.size, int64(index), reader)
		if err == nil {
			err = tlog.CheckRecord(proof, now.size, now.root, int64(index), leaf)
		}
		if err != nil {
			fail("the proof of entry %d does not hold: %v", index, err)
		}
	}
	result := answer{
		OK: true, Entries: now.size, Inclusions: int64(len(leaves)), Tiles: tiles,
		Root: now.root.String(),
	}
	if was != "" {
		text, err := os.ReadFile(was)
		if err != nil {
			fail("%s cannot be read", was)
		}
		before := openCheckpoint(text, verifiers)
		if before.origin != now.origin || before.size > now.size {
			fail("the older checkpoint is of another log, or the log was longer then")
		}
		proof, err := tlog.ProveTree(now.size, before.size, reader)
		if err == nil {
			err = tlog.CheckTree(proof, now.size, now.root, before.size, before.root)
		}
		if err != nil {
			fail("the log does not begin with what was signed before: %v", err)
		}
		result.Consistency = before.size
	}
	say(result)
}

type proofs struct {
	Registers []struct {
		Register   string
		Checkpoint string
		Entries    []struct {
			ID         string
			Seq        int64
			RecordedAt string
			Body       string
			Proof      string
		}
	}
}

// Which key may sign is not read from the key entries here: name the key that signed.
func checkProofs(verifiers note.Verifiers, file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		fail("%s cannot be read", file)
	}
	var read proofs
	if json.Unmarshal(text, &read) != nil {
		fail("%s is no file of proofs", file)
	}
	result := answer{OK: true}
	for _, register := range read.Registers {
		tree := openCheckpoint([]byte(register.Checkpoint), verifiers)
		result.Entries += tree.size
		for _, entry := range register.Entries {
			lines := strings.Split(strings.SplitN(entry.Proof, "\n\n", 2)[0], "\n")
			checkpoint := "c2sp.org/tlog-proof@v1\nindex " + strconv.FormatInt(entry.Seq-1, 10)
			if len(lines) < 2 || lines[0]+"\n"+lines[1] != checkpoint ||
				!strings.HasSuffix(entry.Proof, "\n\n"+register.Checkpoint) {
				fail("entry %d of %s has another proof", entry.Seq, register.Register)
			}
			var path tlog.RecordProof
			for _, line := range lines[2:] {
				hash, err := base64.StdEncoding.DecodeString(line)
				if err != nil || len(hash) != tlog.HashSize {
					fail("the proof of entry %d cannot be read", entry.Seq)
				}
				var step tlog.Hash
				copy(step[:], hash)
				path = append(path, step)
			}
			leaf := fmt.Sprintf("truce entry 2\n%s\n%d\n%s\n%x\n", register.Register, entry.Seq,
				entry.RecordedAt, sha256.Sum256([]byte(entry.Body)))
			err := tlog.CheckRecord(
				path, tree.size, tree.root, entry.Seq-1, tlog.RecordHash([]byte(leaf)))
			if err != nil {
				fail("the proof of entry %d (%s) does not hold", entry.Seq, entry.ID)
			}
			result.Inclusions++
		}
	}
	say(result)
}

func main() {
	var keys []note.Verifier
	flag.Func("key", "a public key, name+id+base64; may be repeated", func(text string) error {
		key, err := note.NewVerifier(text)
		keys = append(keys, key)
		return err
	})
	was := flag.String("was", "", "an older signed checkpoint")
	file := flag.String("proofs", "", "a file of proofs, instead of a log")
	flag.Parse()
	if len(keys) == 0 || (*file == "") == (flag.NArg() != 1) {
		fail("usage: check-log -key KEY [-was FILE] URL-OR-FOLDER, or -key KEY -proofs FILE")
	}
	verifiers := note.VerifierList(keys...)
	if *file != "" {
		checkProofs(verifiers, *file)
		return
	}
	checkLog(verifiers, *was, flag.Arg(0))
}
