/*
 * The list of query parameters that say how a visitor came to a page and nothing about which page it is.
 *
 * Source: the rules of tidy-url 1.18.3 (MIT, April 2026), reviewed name by name: what could tell two pages apart is left out, since a
 * twin in the journal is a nuisance and two pages under one key are a loss. To them come names which the advertisers' own manuals
 * give. `test/unit/core/tracking-list.test.ts` holds this list against the published one and says what a newer one has more.
 *
 * The stored match keys are made with this list. A change here, or of what `matchKey` does with it, needs one more entry in
 * `VERSIONS` of `src/storage/database.ts` with `upgrade: rekeyJournal`. For the list, the same test fails until there is one.
 */

/** Beginnings of names that no one uses for anything else. */
export const FAMILIES = ['utm_', 'mtm_', 'matomo_', 'piwik_', 'hsa_', 'stm_', '__hs', 'oly_', 'vero_'];

/** Names, on every site. Case does not matter. */
export const EVERYWHERE = words(`
  fbclid fb_action_ids fb_action_types fb_source fb_ref action_object_map action_type_map action_ref_map
  gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl
  ga_source ga_medium ga_term ga_content ga_campaign ga_place
  msclkid yclid ysclid twclid ttclid sccid epik rdt_cid li_fat_id igshid igsh spm_id_from
  pk_campaign pk_cpn pk_source pk_medium pk_keyword pk_kwd pk_content pk_cid pk_vid
  int_source int_medium int_campaign int_content int_cmp_name int_cmp_id int_cmp_creative
  itm_source itm_medium itm_term itm_campaign itm_content itm_channel itm_audience itm_source_s itm_medium_s itm_campaign_s
  oft_c oft_ck oft_d oft_id oft_ids oft_k oft_lk oft_sk
  mc_cid mc_eid mkt_tok _hsenc _hsmi hsCtaTracking __s _ke _kx _bta_tid _bta_c dm_i ml_subscriber ml_subscriber_hash
  trk_contact trk_msg trk_module trk_sid ck_subscriber_id vgo_ee
  elq elqTrackId elqaid elqat elqCampaignId elqTrack
  s_cid s_kwcid ef_id wt_mc WT.mc_id xtor at_medium at_campaign ns_mchannel ns_source ns_campaign ns_linkname
  irclickid irgwc cjevent wickedid rb_clickid mkwid pcrid gdfms gdftrk gdffi redirect_log_mongo_id redirect_mongo_id
  sb_referer_host guccounter guce_referrer guce_referrer_sig _branch_match_id _branch_referrer
  _openstat __scoop echobox
`);

const AMAZON_CAMPAIGN = 'trk trkCampaign sc_icampaign sc_icontent sc_ichannel sc_iplace sc_campaign sc_channel';
const PRODUCT_REFERRER =
  'pf_rd_s pf_rd_t pf_rd_i pf_rd_m pf_rd_r pf_rd_p pd_rd_w pd_rd_r pd_rd_wg pd_rd_i qid sr ref ref_';

/** Names that are tracking on one site only. A site stands with all hosts below it; `*` is whatever country it is in. */
export const ON_SITES: Record<string, string[]> = {
  'aliexpress.*':
    words(`spm scm scm_id scm-url pvid algo_pvid algo_expid algo_exp_id btsid ws_ab_test initiative_id gps-id pdp_npi
    pdp_pi utparam _evo_buckets tpp_rcmd_bucket_id aff_fcid aff_fsk aff_platform aff_trace_key terminal_id afSmartRedirect
    gatewayAdapt srcSns spreadType social_params`),
  'amazon.*':
    words(`${PRODUCT_REFERRER} ${AMAZON_CAMPAIGN} linkId linkCode tag ascsubtag crid sprefix dchild dib dib_tag
    content-id spLa ms3_c nc1 nc2 hvlocint hvdvcmdl hvptwo hvpone hvpos ufe`),
  'audible.*': words(`${PRODUCT_REFERRER} plink`),
  'bandcamp.com': words(
    `search_item_id search_item_type search_match_part search_page_id search_page_no search_rank search_sig`,
  ),
  'bbc.*': words(
    `at_link_id at_link_type at_link_origin at_format at_bbc_team at_ptr_name at_ptr_type at_campaign_type`,
  ),
  'bilibili.com': words(
    `vd_source share_source share_medium share_plat share_session_id share_tag unique_k from_spmid`,
  ),
  'bing.com': words(`form cvid qs sp pq sc sk ghsh ghacc`),
  'cbc.ca': words(`__vfz cmp`),
  'cnbc.com': words(`__source`),
  'cnn.com': words(`hpt iid`),
  'dailymail.co.uk': words(`reg_source ito`),
  'ebay.*': words(`_trkparms _trksid _from amdata mkcid mkrid mkevt campid toolid customid ssspo sssrc ssuid`),
  'etsy.com': words(`click_key click_sum rec_type ref frs sts dd_referrer`),
  'facebook.com':
    words(`__tn__ __cft__[0] __cft__%5b0%5d mibextid rdid refsrc hc_ref fref ref referral_code referral_story_type
    tracking`),
  'www.google.*': words(
    `sourceid client aqs sxsrf uact ved iflsig ei oq gs_l gs_lp gs_lcp gs_lcrp sclient bih biw dpr rlz sa sca_esv`,
  ),
  'imdb.com': words(`${PRODUCT_REFERRER}`),
  'indeed.com': words(`from attributionid`),
  'linkedin.com': words(`lipi licu trk trkInfo trkEmail trackingId refId rcm originalReferer upsellOrderOrigin upsellTrk
    upsellTrackingId midToken midSig`),
  'medium.com': words(`source`),
  'nytimes.com': words(`smid smtyp`),
  'play.google.com': words(`pcampaignid referrer`),
  'producthunt.com': words(`ref`),
  'reddit.com': words(
    `share_id ref ref_campaign ref_source correlation_id rdt $deeplink_path $android_deeplink_path $og_redirect`,
  ),
  'open.spotify.com': words(`si sp_cid`),
  'store.steampowered.com': words(`snr`),
  'substack.com': words(`r triedRedirect showWelcomeOnShare`),
  'taobao.com': words(`spm scm`),
  'theguardian.com': words(`CMP INTCMP acquisitionData REFPVID`),
  'tiktok.com':
    words(`is_copy_url is_from_webapp sender_device sender_web_id sec_user_id share_app_id share_item_id share_link_id
    share_author_id social_sharing _r _t _d u_code tt_from checksum refer enter_from enter_method attr_medium attr_source`),
  'twitter.com': words(`s t src ref_src ref_url`),
  'washingtonpost.com': words(`itid s_l`),
  'wikipedia.org': words(`wprov`),
  'wsj.com': words(`mod`),
  'x.com': words(`s t src ref_src ref_url`),
  'yahoo.com': words(`soc_src soc_trk tsrc`),
  'youtu.be': words(`si feature pp`),
  'youtube.com': words(`si feature pp app ab_channel embeds_referring_euri embeds_referring_origin source_ve_path`),
};

/** Sites that put it into the path too: `/dp/B000/ref=sr_1_1`. */
export const REFERRER_IN_PATH = ['amazon.*', 'primevideo.com'];

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
