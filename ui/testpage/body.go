package testpage

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"unicode/utf8"

	"smartro-wizard/wizard/value"
)

const (
	mostBody  = 64 << 10
	mostNames = 64
)

var errBody = errors.New("not the body that the page sends")

// callbackFields are the names that PortOne documents for the callback and the
// return address of V1.
var callbackFields = []string{
	"imp_uid", "merchant_uid", "error_code", "error_msg", "success", "imp_success",
	"status", "pay_method", "amount", "paid_amount", "currency", "name", "pg_provider", "emb_pg_provider", "pg_tid", "pg_type",
	"buyer_name", "buyer_email", "buyer_tel", "buyer_addr", "buyer_postcode", "paid_at", "receipt_url",
	"apply_num", "vbank_num", "vbank_name", "vbank_holder", "vbank_date", "customer_uid",
	"card_name", "card_number", "card_quota", "bank_name",
}

// object reads a body that is one JSON object with exactly the keys that are
// allowed, each at most once. What a form or another site can send has another
// type of content, and is refused before it is read.
func object(w http.ResponseWriter, r *http.Request, keys ...string) (map[string]json.RawMessage, error) {
	types := r.Header["Content-Type"]
	if len(types) != 1 || types[0] != "application/json" || len(r.Header["Content-Encoding"]) > 0 {
		return nil, errBody
	}
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBody))
	if err != nil || !utf8.Valid(raw) {
		return nil, errBody
	}
	return fieldsOf(raw, keys)
}

func fieldsOf(raw []byte, keys []string) (map[string]json.RawMessage, error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, errBody
	}
	out := map[string]json.RawMessage{}
	for dec.More() {
		t, err := dec.Token()
		key, _ := t.(string)
		if _, twice := out[key]; err != nil || twice || !slices.Contains(keys, key) {
			return nil, errBody
		}
		var val json.RawMessage
		if dec.Decode(&val) != nil {
			return nil, errBody
		}
		out[key] = val
	}
	if _, err := dec.Token(); err != nil {
		return nil, errBody
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errBody
	}
	return out, nil
}

// words reads keys that hold strings.
func words(w http.ResponseWriter, r *http.Request, keys ...string) (map[string]string, error) {
	body, err := object(w, r, keys...)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for key, raw := range body {
		var s string
		if raw[0] != '"' || json.Unmarshal(raw, &s) != nil {
			return nil, errBody
		}
		out[key] = s
	}
	return out, nil
}

// result reads what the page hands in: {"fields":{...},"more":[...]}.
func result(w http.ResponseWriter, r *http.Request, known []string) (fields value.Value, more []string, err error) {
	body, err := object(w, r, "fields", "more")
	if err != nil {
		return value.Value{}, nil, err
	}
	raw, err := fieldsOf(body["fields"], known)
	if err != nil {
		return value.Value{}, nil, err
	}
	fields = value.ObjectOf()
	for _, name := range known {
		if raw[name] == nil {
			continue
		}
		v, err := scalar(raw[name])
		if err != nil {
			return value.Value{}, nil, err
		}
		fields = fields.With(name, v)
	}
	if body["more"] != nil && (json.Unmarshal(body["more"], &more) != nil || len(more) > mostNames) {
		return value.Value{}, nil, errBody
	}
	return fields, more, nil
}

func scalar(raw json.RawMessage) (value.Value, error) {
	switch s := string(raw); {
	case s == "null":
		return value.Nothing(), nil
	case s == "true", s == "false":
		return value.Truth(s == "true"), nil
	case s[0] == '"':
		var text string
		err := json.Unmarshal(raw, &text)
		return value.Text(text), err
	case value.IsNumber(s):
		return value.Digits(s), nil
	}
	return value.Value{}, errBody
}
