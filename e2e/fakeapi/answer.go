package fakeapi

import (
	"encoding/json"
	"net/http"
)

// answer is PortOne's envelope with the HTTP status it comes in.
type answer struct {
	status   int
	Code     int     `json:"code"`
	Message  *string `json:"message"`
	Response any     `json:"response"`
}

func ok(response any) answer { return answer{status: http.StatusOK, Response: response} }

// part is the answer for several things asked at once, some of them not found.
func part(response any) answer { return answer{status: http.StatusMultiStatus, Response: response} }

// refuse says no by HTTP status.
func refuse(status int, message string) answer {
	return answer{status: status, Code: -1, Message: &message}
}

// fail says no in the envelope alone: HTTP 200 with a code that is not 0.
func fail(message string) answer {
	return answer{status: http.StatusOK, Code: 1, Message: &message}
}

func unauthorized() answer { return refuse(http.StatusUnauthorized, "Unauthorized") }

// unsupported answers the calls that the documents have for other PGs alone.
func (api *API) unsupported(*call) answer {
	return refuse(http.StatusBadRequest, "지원하지 않는 PG 입니다.")
}

func notFound() answer {
	return refuse(http.StatusNotFound, "존재하지 않는 결제정보입니다.")
}

func (a answer) send(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(a.status)
	_ = json.NewEncoder(w).Encode(a)
}
