. "$ROOT/tests/helpers.sh"

# Contradictions as people write them, one by one: a line is the rule that finds it, an answer, and the other answer if it
# takes two. What honest vendors write without contradicting themselves stands in tests/cases/check/honest_*.yaml.
cat >planted <<'LIST'
contradiction|10-2: ○ すべて国内のデータセンターで稼働しています。|MIC 76.1: シンガポール
contradiction|10-2: ○ All data stay in Japan.|MIC 76.1: Ireland
contradiction|10-2: ○ データセンターは国内です。|PRECENA 18: ×
contradiction|10-2: ○ データは国内にのみ保管しています。|PRECENA 106: ○ 移る可能性があります。
contradiction|10-2: ○ データは米国に保管しています。|PRECENA 18: ○
contradiction|10-2: ○ データセンターはカナダにあります。|MIC 76.1: 日本（関東）
contradiction|11-4: ○ サービス終了の3か月前にお知らせします。|MIC 40.1: 1か月前
contradiction|11-4: ○ We tell customers six months before the end of the service.|MIC 40.1: 30 days
contradiction|6-2: ○ メンテナンスは1週間前に告知します。|MIC 92.1: 3日前
contradiction|6-2: ○ Users get two weeks' notice of maintenance.|PRECENA 95: ○ 3 days before.
contradiction|11-4: ○ 1年前までにご案内します。|PRECENA 93: ○ 終了の6か月前にご案内します。
contradiction|6-2: ○ 前日までにお知らせします。|MIC 92.1: 1週間前
contradiction|6-13: ○ 操作ログは1年間保存しています。|MIC 61.1: 90日
contradiction|6-13: ○ Activity logs are kept for one year.|MIC 61.1: 6 months
contradiction|6-13: ○ ログの保存期間は３か月です。|PRECENA 75: ○ 5年間保存します。
contradiction|6-8: ○ 週1回バックアップを取得しています。|MIC 50.1: 24時間
contradiction|6-8: ○ バックアップは毎日取得します。|PRECENA 67: ○ 週次で取得しています。
less-exact|6-8: ○ Backups are taken weekly.|MIC 50.1: 6 hours
contradiction|6-8: ○ 7世代を保持しています。|MIC 50.2: 30世代
contradiction|6-8: ○ バックアップは7日間保管します。|PRECENA 71: ○ 30日間です。
reach-mismatch|6-8: ○ 1日4回、28世代、14日分を残します。
reach-mismatch|6-8: ○ Backed up daily; 7 generations are kept for 30 days.
contradiction|6-8: ○ 毎日バックアップし、7世代を残しています。|PRECENA 71: ○ 保管期間は30日です。
contradiction|6-29: ○ IDとパスワードで認証します。|MIC 71: SAMLによるシングルサインオンのみ
contradiction|6-29: ○ SAML single sign-on only.|MIC 71: IDとパスワード
contradiction|6-29: ○ パスワードと二要素認証です。|MIC 71: なし
differs-by-scope|MIC 72: なし|MIC 73: あり TLS 1.2以上、SSLサーバ証明書
differs-by-scope|PRECENA 98: ×|PRECENA 99: ○ 毎日、全台でウイルススキャンを実施しています。
contradiction|MIC 36.2: あり 地図サービスと連携|MIC 55: なし
differs-by-scope|11-3: ○ パッチを当てています。ウイルス対策ソフトは導入していません。|CALLCONNECT 6-2: ○
differs-by-scope|11-3: ○ No antivirus software is installed on our Macs.|PRECENA 98: ○
contradiction|6-23: ○ 8文字以上を必須としています。|PRECENA 51: ○ 10文字以上です。
contradiction|6-31: ○ TLS1.0で暗号化しています。|MIC 73: あり TLS1.2以上
contradiction|6-31: ○ 暗号化しています。|MIC 73: なし
contradiction|6-4: ○ パッチは毎月適用します。|MIC 62: 四半期に1回適用
contradiction|6-4: ○ Patches are applied monthly.|PRECENA 79: ○ Patches are applied every week.
contradiction|6-6: ○ 脆弱性診断を年1回実施しています。|MIC 49: あり 半年に1回診断しています。
contradiction|6-6: ○ 年1回です。|CALLCONNECT 7-6: ×
contradiction|3-2-1: ○ 教育は年1回です。|PRECENA 13: ○ 年2回教育しています。
contradiction|3-2-1: ○ Staff are trained annually.|MIC 25: 四半期ごとの研修
less-exact|9-1: ○ 目標復旧時間は4時間です。|PRECENA 88: ○ 24時間以内に復旧します。
less-exact|9-1: ○ RTO is 8 hours.|PRECENA 88: ○ We recover within 48 hours.
contradiction|2-1-4: ○ 稼働率は99.9%を保証します。|MIC 46.1: 99.5%
contradiction|2-1-4: ○ 稼働率99.95％の SLA を提示します。|PRECENA 107: ○ 稼働率99%です。
contradiction|2-1-5: ○ 受付は平日9:00～18:00です。|MIC 90: 平日10:00～17:00
contradiction|2-1-5: ○ Support is open from 9 am to 6 pm on weekdays.|MIC 90: 10:00～17:00
contradiction|6-30: ○ 契約終了から2週間以内に消去します。|PRECENA 11: ○ 60日後に消去します。
address-spelling|2-1-5: ○ 窓口は suport@acme.example.jp です。|MIC 89.1: 電子メール support@acme.example.jp
contradiction|2-1-5: ○ 電話 03-1234-5678 で承ります。|MIC 89.1: 電話 03-1234-5687
contradiction|2-1-5: ○ Call +81-3-1234-5678.|PRECENA 101: ○ 03-1234-5679 (平日)
mark-denied|6-6: ○ 実施しておりません。
mark-denied|6-6: ○ We do not do this.
mark-denied|6-6: × 年4回実施しています。
mark-denied|1-2: ○ 方針の文書は総務部が管理しています。定期的な見直しは実施しておりません。
mark-denied|6-6: ○ 現在のところ、実施できておりません。
mark-denied|6-14: ○ 未対応です。
mark-denied|6-22: ○ Not available at the moment.
mark-denied|6-14: × Yes, this is in place.
mark-denied|6-16: ○ There is no such procedure.
mark-denied|6-1: ○ 手順書は作成しておりません。
mark-denied|6-28: × 対応済みです。
old-period|6-9: ○ 2021年度の稼働率の実績は99.9%です。
old-period|MIC 46.2: 100% From May 2020 to April 2021.
old-period|MIC 46.3: なし 2020-05 to 2021-04
old-period|MIC 46.2: 99.9% 令和2年度の実績です。
old-standard|10-6: ○ ISO/IEC 27001:2013の認証です。
old-standard|10-6: ○ Certified to ISO 27001 (2013).
old-standard|10-6: ○ JIS Q 27001:2014の認証です。
contradiction|10-6: ○ 外部監査を年1回受けています。|PRECENA 3: ○ 3年に1回、監査を受けています。
contradiction|10-6: ○ ISMSの認証を取得しています。|MIC 48: なし
contradiction|10-5: ○ プライバシーマークを取得しています。|PRECENA 2: × 認証は取得していません。
contradiction|6-13: ○ 約3か月保存します。|MIC 61.1: 1年
contradiction|11-4: ○ 終了の三か月前までにお知らせします。|MIC 40.1: 2週間前
old-period|MIC 46.2: 99.9% Jan 2021 - Dec 2021
mark-denied|9-3: ○ 計画はございません。
mark-denied|6-8: ○ バックアップは取得していません。
mark-denied|6-14: ○ 時刻同期は行っていない。
contradiction|2-1-5: ○ Support hours are 9:00-18:00.|PRECENA 101: ○ 10:00 to 16:00 by phone.
mark-denied|8-2: ○ 体制も手順書もありません。
contradiction|6-2: ○ Maintenance is announced 5 business days in advance.|MIC 92.1: 1か月前
mark-denied|5-2: ○ 実施しておりません。
mark-denied|5-3: ○ 基盤の側で対策があります。※A製品は他社の基盤で動くため、対象外です。
mark-denied|8-3: ○ 定期的な明示は行っていませんが、重大なものはお知らせページに載せます。
mark-denied|6-13: ○ 操作ログを1年間保存します。利用者へのログの提供サービスは行っておりません。
mark-denied|PRECENA 12: ○ 損害賠償は約款に定めますが、保険に関する条項はありません。
mark-denied|PRECENA 76: × お客様のご依頼に応じて対応させていただいております。
mark-denied|10-6: ○ 第三者による監査を受けています。監査の結果は非公開とさせていただきます。
delegated|5-3: ○ 建物については、クラウド事業者の管理範囲となっております。
delegated|6-29: － 認証方法は基盤のサービスに準じます。
delegated|11-5: ○ 責任分界点は別紙を参照してください。
delegated|5-5: ○ This is the responsibility of the cloud provider.
required-withheld|MIC 78: 非公開
required-withheld|MIC 33.2: 記述 対象の定義が不明
required-withheld|MIC 81: 記述 基盤の事業者が公開していません
closed-gate|PRECENA 109: × 委託していません|PRECENA 110: ○ 確かめています。
thin-answer|PRECENA 71: ○
told-instead|MIC 43.1: 別途見積もり
told-instead|MIC 27: 契約による
leftover-todo|6-8: ○ 毎日 ★
leftover-todo|6-8: ○ ★★★★★★★★ 毎日
LIST

while IFS='|' read -r rule one other; do
    {
        printf 'checksheet: profile/1\nservice: S\nvendor: 株式会社サンプル\ncatalog: METI\ndate: 2025-11-01\nanswers:\n'
        printf '  %s\n' "$one"
        [ -z "$other" ] || printf '  %s\n' "$other"
    } >profile.yaml
    "$CHECKSHEET" validate -f short --as-of 2025-12-01 profile.yaml >out 2>&1 </dev/null
    found out "[$rule]" || fail "not found as $rule: $one | $other"
done <planted
