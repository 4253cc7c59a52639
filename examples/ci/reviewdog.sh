#!/bin/sh
# Comments on a pull request with https://github.com/reviewdog/reviewdog.
checksheet validate -f rdjson --fail-on never | reviewdog -f=rdjson -reporter=github-pr-review
