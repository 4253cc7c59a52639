"""peer.py CATALOG PROFILE...: what a script on PyYAML does to check answers; see peers/run. A line a profile."""
import sys
import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MARKS = "○△×－"
NEEDS_REMARK = "△×－"


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader)


def items(sections):
    for section in sections.values():
        for key in section:
            if key not in ("title", "sections"):
                yield str(key)
        yield from items(section.get("sections", {}))


def check(numbers, profile):
    found = dict.fromkeys(("unknown-number", "unknown-mark", "missing-remark", "unanswered"), 0)
    answered = set()
    for number, answer in (profile.get("answers") or {}).items():
        number = str(number)
        if number not in numbers:
            found["unknown-number"] += 1
            continue
        if answer is None:
            continue
        if isinstance(answer, dict):
            mark, remark = str(answer.get("status", "")), str(answer.get("remark") or "")
        else:
            mark, remark = str(answer)[:1], str(answer)[1:].strip()
        answered.add(number)
        if mark not in MARKS or not mark:
            found["unknown-mark"] += 1
        elif mark in NEEDS_REMARK and not remark:
            found["missing-remark"] += 1
    found["unanswered"] = len(numbers) - len(answered)
    return found


numbers = set(items(load(sys.argv[1])["sections"]))
for path in sys.argv[2:]:
    print(path, *(f"{rule} {count}" for rule, count in check(numbers, load(path)).items()))
