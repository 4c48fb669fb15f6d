"""The example that the API's documentation shows; a test holds it to the records."""

from typing import Any

PROJECT: dict[str, Any] = {
    "id": "kamakura-gyozaisei-3",
    "name": "公共施設再編事業",
    "code": "0-2-1-3",
    "divisions": ["公的不動産活用課"],
    "related_divisions": [],
    "content": "公共施設再編計画に基づく事業を計画的に進めるとともに、公的不動産の利活用を図ります。",
    "priority": True,
    "cost_million_yen": 316,
    "document_id": "kamakura-gyozaisei",
    "section": "実施事業",
    "page": 3,
}
ANSWER: dict[str, Any] = {
    "answer_id": "5f0c…",
    "session_id": "9a41…",
    "status": "answered",
    "answer": "公共施設再編事業（事業CD 0-2-1-3）の所管課は、公的不動産活用課です。[1]",
    "citations": [
        {
            "marker": 1,
            "document_id": "kamakura-gyozaisei",
            "document_title": "行財政運営",
            "section": "実施事業",
            "page": 3,
            "project_id": "kamakura-gyozaisei-3",
            "project_name": "公共施設再編事業",
            "project_code": "0-2-1-3",
            "divisions": ["公的不動産活用課"],
            "quote": "公共施設再編計画に基づく事業を計画的に進めるとともに、公的不動産の利活用を図ります。",
            "start": 4012,
            "end": 4058,
        }
    ],
    "projects": [],
    "suggestions": ["公共施設再編事業の令和7年度の予定を教えて"],
    "clarify": None,
    "edition": {"title": "行財政運営", "period": "令和5年度～令和7年度"},
    "elapsed_ms": 21.4,
}


def shown(example: object) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI entry that shows an example of a JSON answer."""
    return {200: {"content": {"application/json": {"example": example}}}}
